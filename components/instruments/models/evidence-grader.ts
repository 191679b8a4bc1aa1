/** What a sentence has to name before a measurement could contradict it. */
export const PARTS = ['subject', 'version', 'workload', 'measure', 'comparison', 'condition', 'source'] as const;
export type Part = (typeof PARTS)[number];

export interface Choice {
  readonly id: string;
  readonly text: string;
  /** The choice that fits the reader's own decision. A published finding may share it. */
  readonly isOurs?: true;
}

export interface Finding {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly verdict: 'supports' | 'against';
  /** What the finding is about, part by part. */
  readonly about: Readonly<Record<Part, string>>;
}

export interface Slogan {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly decision: string;
  readonly choices: Readonly<Record<Part, readonly Choice[]>>;
  readonly findings: readonly Finding[];
}

export type Filling = Readonly<Partial<Record<Part, string>>>;

/** cannotTell: a part is open on which the finding would depend. elsewhere: the finding is about something else. */
export type Bearing = 'supports' | 'against' | 'cannotTell' | 'elsewhere';

export interface Judged {
  readonly finding: Finding;
  readonly bearing: Bearing;
  /** The parts that are open, or in which the finding differs from the sentence. */
  readonly parts: readonly Part[];
  /** How many of the seven parts separate the finding from the reader's own decision. */
  readonly distance: number;
}

export interface Grade {
  readonly open: readonly Part[];
  readonly judged: readonly Judged[];
  /** Findings that can confirm or contradict the sentence as it stands. */
  readonly bearing: number;
  /** Parts filled in with something other than the reader's own case. */
  readonly foreign: readonly Part[];
}

const isOurs = (slogan: Slogan, part: Part, id: string | undefined) =>
  slogan.choices[part].some((choice) => choice.id === id && choice.isOurs);

function judge(slogan: Slogan, finding: Finding, filling: Filling): Judged {
  const distance = PARTS.filter((part) => !isOurs(slogan, part, finding.about[part])).length;
  const differing = PARTS.filter((part) => filling[part] !== undefined && filling[part] !== finding.about[part]);
  if (differing.length > 0) return { finding, bearing: 'elsewhere', parts: differing, distance };
  const open = PARTS.filter((part) => filling[part] === undefined);
  return { finding, bearing: open.length > 0 ? 'cannotTell' : finding.verdict, parts: open, distance };
}

/**
 * The rule is deliberately strict: a finding bears on a sentence only if all seven parts agree. Whether a difference
 * matters is a judgement, and the point of the bench is to make it one instead of an oversight.
 */
export function grade(slogan: Slogan, filling: Filling): Grade {
  const judged = slogan.findings.map((finding) => judge(slogan, finding, filling));
  return {
    open: PARTS.filter((part) => filling[part] === undefined),
    judged,
    bearing: judged.filter(({ bearing }) => bearing === 'supports' || bearing === 'against').length,
    foreign: PARTS.filter((part) => filling[part] !== undefined && !isOurs(slogan, part, filling[part])),
  };
}

/** The sentence as the reader's decision needs it. */
export function ownCase(slogan: Slogan): Filling {
  return Object.fromEntries(PARTS.map((part) => [part, slogan.choices[part].find((choice) => choice.isOurs)?.id]));
}
