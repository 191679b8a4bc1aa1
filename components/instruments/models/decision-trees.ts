/** What is known about a service, as yes or no, because the procedures know nothing else. */
export type Fact =
  | 'performance'
  | 'security'
  | 'reliability'
  | 'longevity'
  | 'market'
  | 'distributed'
  | 'smallTeam'
  | 'cloudNative'
  | 'isNew'
  | 'canSupport'
  | 'elsewhere'
  | 'incumbent';

export type Facts = Readonly<Record<Fact, boolean>>;

/** Document A prints two columns and no rule for reading them: these are the three readings people bring along. */
export type ColumnReading = 'first' | 'any' | 'all';

/** both: each column claims the service. silent: the procedure has nothing to say about it. */
export type Verdict = 'rust' | 'go' | 'both' | 'silent';

export interface Step {
  readonly fact: Fact;
  readonly claim: string;
  /** null: the procedure had ended, or had left this branch, before it came to the question. */
  readonly answer: boolean | null;
  readonly points: 'rust' | 'go' | 'on';
}

export interface Path {
  readonly steps: readonly Step[];
  readonly verdict: Verdict;
}

export type Agreement = 'agree' | 'contradict' | 'one decides' | 'neither decides';

type Question = Omit<Step, 'answer'>;

/** Section IX of document A, in its order: the Rust column is printed first. */
const RUST_COLUMN: readonly Question[] = [
  { fact: 'performance', claim: 'A-IX-1', points: 'rust' },
  { fact: 'security', claim: 'A-IX-2', points: 'rust' },
  { fact: 'reliability', claim: 'A-IX-3', points: 'rust' },
];
const GO_COLUMN: readonly Question[] = [
  { fact: 'market', claim: 'A-IX-4', points: 'go' },
  { fact: 'distributed', claim: 'A-IX-5', points: 'go' },
  { fact: 'smallTeam', claim: 'A-IX-6', points: 'go' },
  { fact: 'cloudNative', claim: 'A-IX-7', points: 'go' },
];
const COLUMNS = [...RUST_COLUMN, ...GO_COLUMN];

/** The framework of document B: a default for what is new, and one exception that has two halves. */
const TRIGGERS: readonly Question[] = [
  { fact: 'performance', claim: 'B-fw-2', points: 'on' },
  { fact: 'security', claim: 'B-fw-2', points: 'on' },
  { fact: 'longevity', claim: 'B-fw-2', points: 'on' },
];

export function askColumns(facts: Facts, reading: ColumnReading): Path {
  if (reading === 'first') return askFromTheTop(facts);
  const steps = COLUMNS.map((question) => ({ ...question, answer: facts[question.fact] }));
  const claims = (column: readonly Question[]) =>
    reading === 'all' ? column.every(({ fact }) => facts[fact]) : column.some(({ fact }) => facts[fact]);
  return { steps, verdict: toVerdict(claims(RUST_COLUMN), claims(GO_COLUMN)) };
}

function askFromTheTop(facts: Facts): Path {
  const end = COLUMNS.findIndex(({ fact }) => facts[fact]);
  const steps = COLUMNS.map((question, index) => ({
    ...question,
    answer: end === -1 || index <= end ? facts[question.fact] : null,
  }));
  const last = COLUMNS[end];
  return { steps, verdict: last === undefined || last.points === 'on' ? 'silent' : last.points };
}

function toVerdict(isRust: boolean, isGo: boolean): Verdict {
  if (isRust) return isGo ? 'both' : 'rust';
  return isGo ? 'go' : 'silent';
}

/** Asked in the order of the text: is it new, is a trigger met, can the team support Rust; else the default. */
export function askDefault(facts: Facts): Path {
  const found = TRIGGERS.findIndex(({ fact }) => facts[fact]);
  const isTriggered = facts.isNew && found !== -1;
  const triggers = TRIGGERS.map((question, index) => ({
    ...question,
    answer: facts.isNew && (found === -1 || index <= found) ? facts[question.fact] : null,
  }));
  const steps: readonly Step[] = [
    { fact: 'isNew', claim: 'B-fw-1', answer: facts.isNew, points: 'on' },
    ...triggers,
    { fact: 'canSupport', claim: 'B-fw-2', answer: isTriggered ? facts.canSupport : null, points: 'rust' },
  ];
  if (!facts.isNew) return { steps, verdict: 'silent' };
  return { steps, verdict: isTriggered && facts.canSupport ? 'rust' : 'go' };
}

export function compare(first: Verdict, second: Verdict): Agreement {
  const decided = [first, second].filter((verdict) => verdict === 'rust' || verdict === 'go').length;
  if (decided === 0) return 'neither decides';
  if (decided === 1) return 'one decides';
  return first === second ? 'agree' : 'contradict';
}

/** In how many of the 2^7 combinations of its seven answers document A comes to a language, read in this way. */
export function countDecided(reading: ColumnReading): { readonly decided: number; readonly all: number } {
  const all = 2 ** COLUMNS.length;
  const decided = Array.from({ length: all }, (_, bits) => {
    const facts = {
      ...NOTHING,
      ...Object.fromEntries(COLUMNS.map(({ fact }, bit) => [fact, ((bits >> bit) & 1) === 1])),
    };
    return askColumns(facts, reading).verdict;
  }).filter((verdict) => verdict === 'rust' || verdict === 'go').length;
  return { decided, all };
}

export const NOTHING: Facts = {
  performance: false,
  security: false,
  reliability: false,
  longevity: false,
  market: false,
  distributed: false,
  smallTeam: false,
  cloudNative: false,
  isNew: false,
  canSupport: false,
  elsewhere: false,
  incumbent: false,
};

/** Invented services. The first is the one in the prediction. */
export const SERVICES = {
  consent: {
    ...NOTHING,
    performance: true,
    security: true,
    market: true,
    distributed: true,
    smallTeam: true,
    cloudNative: true,
    isNew: true,
  },
  recorder: { ...NOTHING, performance: true, reliability: true, longevity: true, isNew: true, canSupport: true },
  archive: { ...NOTHING, security: true, longevity: true, canSupport: true, elsewhere: true, incumbent: true },
} as const satisfies Readonly<Record<string, Facts>>;
