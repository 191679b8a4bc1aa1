import type { ContraryCase } from '@/schemas/contrary';
import { asStatement, type Statement } from '../meaning/statements';
import { type Probe, toProbe } from '../probes/compare';
import { buildLexicon, type Lexicon } from '../probes/lexicon';
import { contentKeys, readText } from '../text/read-text';
import type { RebuttalSource } from './rebuttal-source';

/** A strong point with its statements, read once. */
export interface PreparedPoint {
  readonly id: string;
  /** The point itself. */
  readonly named: Probe;
  readonly probes: readonly Probe[];
}

/** A case with the statements around it, read once. */
export interface PreparedCase {
  readonly brief: string;
  readonly text: string;
  /** Keys of the brief and its given facts: they prove less. */
  readonly given: ReadonlySet<string>;
  readonly said: ReadonlySet<string>;
  /** Figures of brief and given facts. */
  readonly figures: readonly number[];
  readonly lexicon: Lexicon;
  readonly points: readonly PreparedPoint[];
  readonly conditions: readonly Probe[];
  readonly dismissals: readonly Probe[];
}

const known = new WeakMap<ContraryCase, PreparedCase>();

const read = (text: string): Statement => asStatement(readText(text));

/** Reads the statements around a case. */
export function prepareCase({ scenario, contrary }: RebuttalSource): PreparedCase {
  const brief = [scenario.brief, ...Object.values(scenario.given)].join('\n');
  const before = known.get(contrary);
  if (before && before.brief === brief) return before;
  const readBrief = readText(brief);
  const given = contentKeys(readBrief);
  const points = contrary.strong_points.map(({ id, point, statements }) => ({
    id,
    point: read(point),
    statements: statements.map(read),
  }));
  const [conditions, dismissals] = [contrary.conditions.map(read), contrary.dismissals.map(read)];
  const lexicon = buildLexicon([
    ...points.flatMap(({ point, statements }) => [point, ...statements]),
    ...conditions,
    ...dismissals,
  ]);
  const probe = (statement: Statement) => toProbe(lexicon, given, statement);
  const prepared: PreparedCase = {
    brief,
    text: contrary.case,
    given,
    said: contentKeys(readText(contrary.case)),
    figures: readBrief.units.flatMap(({ numbers }) => numbers.flatMap(({ values }) => values)),
    lexicon,
    points: points.map(({ id, point, statements }) => ({ id, named: probe(point), probes: statements.map(probe) })),
    conditions: conditions.map(probe),
    dismissals: dismissals.map(probe),
  };
  known.set(contrary, prepared);
  return prepared;
}
