import type { TwistRules } from '@/schemas/twist';
import { asStatement, type Statement } from '../meaning/statements';
import { type Probe, toProbe } from '../probes/compare';
import { buildLexicon, type Lexicon } from '../probes/lexicon';
import { contentKeys, readText } from '../text/read-text';
import { selectTwist, type TwistSource } from './twist-source';

/** A changed fact with the statements around it, read once. */
export interface PreparedTwist {
  readonly rules: TwistRules;
  readonly change: string;
  /** Keys of the brief and its given facts: they prove less. */
  readonly given: ReadonlySet<string>;
  /** Keys of the changed fact itself. */
  readonly changed: ReadonlySet<string>;
  readonly lexicon: Lexicon;
  readonly reasons: readonly Probe[];
  readonly halfReasons: readonly Probe[];
  readonly notReasons: readonly Probe[];
  /** Reasons that belong to other changed facts of the same exercise. */
  readonly siblings: readonly Probe[];
  /** The changed fact as a statement. */
  readonly fact: Probe;
  /** What the scenario itself says follows, as one and as two statements. */
  readonly follows: readonly Probe[];
}

const known = new WeakMap<TwistRules, PreparedTwist>();

const read = (text: string): Statement => asStatement(readText(text));

/** Reads the statements around a twist. */
export function prepareTwist(source: TwistSource): PreparedTwist {
  const { scenario, twists } = source;
  const { rules, twist } = selectTwist(source);
  const before = known.get(rules);
  if (before && before.change === twist.change) return before;
  const given = contentKeys(readText([scenario.brief, ...Object.values(scenario.given)].join('\n')));
  const reasons = rules.reasons.map(read);
  const halfReasons = rules.half_reasons.map(read);
  const notReasons = rules.not_reasons.map(read);
  const follows = [twist.new_answer, twist.why, `${twist.new_answer} ${twist.why}`].map(read);
  const siblings = twists.twists.filter((other) => other !== rules).flatMap((other) => other.reasons.map(read));
  const fact = read(twist.change);
  const lexicon = buildLexicon([...reasons, ...halfReasons, ...notReasons, ...siblings, ...follows, fact]);
  const probe = (statement: Statement) => toProbe(lexicon, given, statement);
  const prepared: PreparedTwist = {
    rules,
    change: twist.change,
    given,
    changed: contentKeys(readText(twist.change)),
    lexicon,
    reasons: reasons.map(probe),
    halfReasons: halfReasons.map(probe),
    notReasons: notReasons.map(probe),
    siblings: siblings.map(probe),
    fact: probe(fact),
    follows: follows.map(probe),
  };
  known.set(rules, prepared);
  return prepared;
}
