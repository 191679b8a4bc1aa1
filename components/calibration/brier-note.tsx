interface BrierNoteProps {
  readonly brier: number;
  readonly n: number;
}

/** The Brier score in plain words, with its source. */
export function BrierNote({ brier, n }: BrierNoteProps) {
  return (
    <>
      <p>
        One figure for both, being right and knowing it: your <strong>Brier score is {brier.toFixed(2)}</strong> over{' '}
        {n} {n === 1 ? 'criterion' : 'criteria'}. Lower is better. 0 would be always sure and always right; guessing all
        the time gives 0.67; being sure and wrong all the time gives 1.72.
      </p>
      <details>
        <summary>How it is worked out</summary>
        <p>
          Each word becomes probabilities for the three levels. “Sure” gives 0.9 to the level you named and 0.05 to each
          of the others; “think so” 0.6 and 0.2; “guess” a third each. The grade then is 1 for its level and 0 for the
          others; the differences are squared and added up. Sure and right: 0.1² + 0.05² + 0.05² = 0.015. Sure and
          wrong: 0.9² + 0.95² + 0.05² = 1.715. Your score is the mean. That 0.9, 0.6 and a third stand for the three
          words is a convention of this course.
        </p>
        <p>
          Source: G. W. Brier, “Verification of forecasts expressed in terms of probability”, Monthly Weather Review 78
          (1950), 1–3, in its form for several categories. Bars and words are compared by Wilson’s 95 % interval (1927).
        </p>
      </details>
    </>
  );
}
