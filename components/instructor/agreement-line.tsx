interface AgreementLineProps {
  /** Null where it could not be measured. */
  readonly agreement: {
    readonly samples: number;
    readonly kappa: number | null;
    readonly low: number | null;
    readonly high: number | null;
  } | null;
}

/** How far the shipped weights agree with the reference markings of an exercise, in one line. */
export function AgreementLine({ agreement }: AgreementLineProps) {
  if (agreement === null || agreement.kappa === null)
    return 'How far the grader agrees with marked samples of this exercise is not known.';
  const { samples, kappa, low, high } = agreement;
  const interval = low === null || high === null ? '' : ` (${low.toFixed(2)} to ${high.toFixed(2)})`;
  const counted = samples === 1 ? 'one marked sample' : `${samples} marked samples`;
  return `On this exercise the grader agrees with ${counted} at κ ${kappa.toFixed(2)}${interval}: the shipped weights against this project’s reference markings, on which they were fitted. On exercises that it has not seen it agrees less.`;
}
