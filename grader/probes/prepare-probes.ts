import type { Probes } from '@/schemas/probe';
import type { Rubric } from '@/schemas/rubric';
import { asStatement, type Statement } from '../meaning/statements';
import { readText } from '../text/read-text';
import { type Probe, toProbe } from './compare';
import { buildLexicon, type Lexicon } from './lexicon';
import { type PreparedQuantity, prepareQuantity } from './quantities';
import { buildTopics, type Topic } from './topic';

/** One idea with the statements around it. */
export interface PreparedPart {
  readonly id: string;
  readonly criterion: number;
  readonly says: readonly Probe[];
  readonly denies: readonly Probe[];
}

/** Parts by index; any of the alternatives earns the level. */
export interface PreparedRule {
  readonly all: readonly number[];
  readonly of: readonly number[];
  readonly atLeast: number;
}

export interface PreparedCriterionProbes {
  readonly parts: readonly PreparedPart[];
  readonly full: readonly PreparedRule[];
  readonly half: readonly PreparedRule[];
  readonly passages: Readonly<Record<'full' | 'half' | 'none', readonly Probe[]>>;
  readonly quantities: readonly PreparedQuantity[];
  readonly topic: Topic;
}

export interface PreparedMisconception {
  readonly id: string;
  readonly says: readonly Probe[];
  readonly corrects: readonly Probe[];
}

/** All probes of an exercise over one lexicon. */
export interface PreparedProbes {
  readonly lexicon: Lexicon;
  readonly given: ReadonlySet<string>;
  readonly criteria: readonly PreparedCriterionProbes[];
  readonly misconceptions: readonly PreparedMisconception[];
}

/**
 * Probes for an exercise whose author wrote none: each concept of a criterion is an idea, stated by the concept itself;
 * the descriptors are its passages. Coarse, but it lets a new exercise be graded before its probes are written.
 */
export function probesFromRubric(rubric: Rubric): Pick<Probes, 'criteria' | 'misconceptions' | 'quantities'> {
  return {
    criteria: rubric.criteria.map((criterion) => {
      const parts = criterion.concepts.map((concept, index) => ({
        id: `concept-${index + 1}`,
        idea: concept,
        says: [concept],
        denies: [],
      }));
      const of = parts.map((part) => part.id);
      return {
        id: criterion.id,
        parts,
        full: [{ of, atLeast: Math.ceil(of.length / 2) }],
        half: [{ of, atLeast: Math.ceil(of.length / 4) }],
        passages: { full: [criterion.full, criterion.asks], half: [criterion.half], none: [] },
      };
    }),
    misconceptions: [],
    quantities: [],
  };
}

type Source = Pick<Probes, 'criteria' | 'misconceptions' | 'quantities'>;

const read = (text: string): Statement => asStatement(readText(text));

function readCriteria(source: Source) {
  return source.criteria.map((criterion) => ({
    parts: criterion.parts.map((part) => ({
      id: part.id,
      says: [...new Set([part.idea, ...part.says])].map(read),
      denies: part.denies.map(read),
    })),
    full: criterion.full,
    half: criterion.half,
    passages: {
      full: criterion.passages.full.map(read),
      half: criterion.passages.half.map(read),
      none: criterion.passages.none.map(read),
    },
  }));
}

/** Reads all probes of an exercise and numbers their words. `given` holds the keys of the brief. */
export function prepareProbes(source: Source, given: ReadonlySet<string>): PreparedProbes {
  const criteria = readCriteria(source);
  const misconceptions = source.misconceptions.map(({ id, says, corrects }) => ({
    id,
    says: says.map(read),
    corrects: corrects.map(read),
  }));
  const lexicon = buildLexicon([
    ...criteria.flatMap(({ parts, passages }) => [
      ...parts.flatMap(({ says, denies }) => [...says, ...denies]),
      ...Object.values(passages).flat(),
    ]),
    ...misconceptions.flatMap(({ says, corrects }) => [...says, ...corrects]),
  ]);
  const probe = (statement: Statement) => toProbe(lexicon, given, statement);
  const topics = buildTopics(
    lexicon,
    criteria.map(({ parts, passages }) =>
      [...parts.flatMap(({ says }) => says), ...passages.full, ...passages.half].map(probe),
    ),
  );
  return {
    lexicon,
    given,
    criteria: criteria.map(({ parts, full, half, passages }, criterion) => {
      const indexOf = (id: string) => parts.findIndex((part) => part.id === id);
      const rule = (own: (typeof full)[number]): PreparedRule => ({
        all: (own.all ?? []).map(indexOf),
        of: (own.of ?? []).map(indexOf),
        atLeast: own.atLeast ?? 0,
      });
      return {
        topic: topics[criterion] ?? new Float64Array(),
        parts: parts.map(({ id, says, denies }) => ({
          id,
          criterion,
          says: says.map(probe),
          denies: denies.map(probe),
        })),
        full: full.map(rule),
        half: half.map(rule),
        passages: {
          full: passages.full.map(probe),
          half: passages.half.map(probe),
          none: passages.none.map(probe),
        },
        quantities: source.quantities
          .filter((quantity) => quantity.criteria.some((id) => id === source.criteria[criterion]?.id))
          .map((quantity) => prepareQuantity(quantity)),
      };
    }),
    misconceptions: misconceptions.map(({ id, says, corrects }) => ({
      id,
      says: says.map(probe),
      corrects: corrects.map(probe),
    })),
  };
}
