/** Why two statements seem to contradict each other. Only the last kind is left once the missing word is written down. */
export type Reading = 'subject' | 'condition' | 'measure' | 'conflict';

/** One concrete situation, put to both statements. null: the statement, as worded, says nothing about it. */
export interface TestCase {
  readonly situation: string;
  readonly first: string | null;
  readonly second: string | null;
}

export interface Pair {
  readonly id: string;
  readonly name: string;
  /** Each statement in our words, with the claim of the ledger behind it. */
  readonly first: { readonly text: string; readonly claim: string };
  readonly second: { readonly text: string; readonly claim: string };
  readonly cases: readonly TestCase[];
  readonly reading: Reading;
  readonly why: string;
  /** What has to be written down before either statement can be tested. */
  readonly fix: string;
  /** One of the two, rewritten so that an observation could refute it. */
  readonly testable: string;
}

export type Contact = 'collide' | 'agree' | 'one' | 'none';

/** Two statements meet only where both speak, and collide only where they then say different things. */
export function contactOf({ first, second }: TestCase): Contact {
  if (first === null && second === null) return 'none';
  if (first === null || second === null) return 'one';
  return first === second ? 'agree' : 'collide';
}

export interface Collisions {
  readonly collide: number;
  /** Situations in which both statements say something. */
  readonly met: number;
  readonly all: number;
}

export function countCollisions(pair: Pair): Collisions {
  const contacts = pair.cases.map(contactOf);
  return {
    collide: contacts.filter((contact) => contact === 'collide').length,
    met: contacts.filter((contact) => contact === 'collide' || contact === 'agree').length,
    all: contacts.length,
  };
}

export interface Judgement {
  readonly canBothHold: boolean | null;
  readonly reading: Reading | null;
}

export type Judgements = Readonly<Record<string, Judgement>>;

export const UNJUDGED: Judgement = { canBothHold: null, reading: null };

export const isJudged = ({ canBothHold, reading }: Judgement) => canBothHold !== null && reading !== null;

/** open: not answered yet. same or other: the reader’s reading beside ours. */
export function standingOf(pair: Pair, judgement: Judgement): 'open' | 'same' | 'other' {
  if (!isJudged(judgement)) return 'open';
  return judgement.reading === pair.reading ? 'same' : 'other';
}

export interface Tally {
  readonly judged: number;
  readonly all: number;
  readonly same: number;
  /** Of the judged pairs: how many the reader first held to be incompatible, and how many really are by our reading. */
  readonly feltIncompatible: number;
  readonly realConflicts: number;
}

export function tallyOf(pairs: readonly Pair[], judgements: Judgements): Tally {
  const judged = pairs.flatMap((pair) => {
    const judgement = judgements[pair.id] ?? UNJUDGED;
    return isJudged(judgement) ? [{ pair, judgement }] : [];
  });
  return {
    judged: judged.length,
    all: pairs.length,
    same: judged.filter(({ pair, judgement }) => standingOf(pair, judgement) === 'same').length,
    feltIncompatible: judged.filter(({ judgement }) => judgement.canBothHold === false).length,
    realConflicts: judged.filter(({ pair }) => pair.reading === 'conflict').length,
  };
}
