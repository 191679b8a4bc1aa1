import type { Choice, HandIn, Scenario } from '@/schemas/scenario';
import type { Expectation, TwistRules } from '@/schemas/twist';
import type { PartVerdict, TwistGrade } from '@/schemas/twist-grade';
import { defensibleChoices } from '../choices/credit-pick';

/** Picks that an expectation accepts. `either` among them means that Rust and Go both are, as in the scenario. */
export function acceptedPicks<Pick extends string>(expectation: Expectation<Pick>): ReadonlySet<string> {
  if (expectation.expect === 'must-stay') return new Set();
  const listed: string[] = [...expectation.accept];
  return new Set(listed.includes('either') ? [...listed, 'rust', 'go'] : listed);
}

interface Move<Pick extends string> {
  readonly before: Pick;
  readonly after: Pick;
  readonly expectation: Expectation<Pick>;
  /** Picks that could be defended before the fact changed. */
  readonly defensible: ReadonlySet<string>;
}

/** What became of one part, or of the boundary. */
export function judgeMove<Pick extends string>({ before, after, expectation, defensible }: Move<Pick>): PartVerdict {
  const accepted = acceptedPicks(expectation);
  const isMoved = before !== after;
  if (expectation.expect === 'must-move') {
    if (accepted.has(after)) return accepted.has(before) ? 'there-already' : 'moved';
    return isMoved ? 'elsewhere' : 'left';
  }
  if (!isMoved) return 'stayed';
  if (accepted.has(after)) return 'moved';
  if (!defensible.has(before) && defensible.has(after)) return 'repaired';
  return expectation.expect === 'may-move' ? 'elsewhere' : 'needless';
}

const RIGHT: ReadonlySet<PartVerdict> = new Set(['moved', 'there-already', 'stayed']);

/** Whether a part came out right; null where it counts neither way. */
export const isRight = (verdict: PartVerdict): boolean | null => (verdict === 'repaired' ? null : RIGHT.has(verdict));

type Picks = Pick<HandIn, 'choices' | 'boundary'>;
type JudgedParts = Pick<TwistGrade, 'parts' | 'boundary' | 'moves' | 'stays'>;

function countOf(verdicts: readonly PartVerdict[]) {
  const counted = verdicts.map(isRight).filter((right) => right !== null);
  return { right: counted.filter(Boolean).length, of: counted.length };
}

/** Every part of a round against what its twist expects. A part without a pick on either side is a broken invariant. */
export function judgeParts(scenario: Scenario, rules: TwistRules, before: Picks, after: Picks): JudgedParts {
  const parts = scenario.components.map((component) => {
    const [was, is, expectation] = [
      before.choices[component.id],
      after.choices[component.id],
      rules.components[component.id],
    ];
    if (!was || !is || !expectation) throw new Error(`${rules.id} has nothing to compare for ${component.id}`);
    const move: Move<Choice> = { before: was, after: is, expectation, defensible: defensibleChoices(component) };
    return { id: component.id, before: was, after: is, verdict: judgeMove(move), mustMove: expectation.expect };
  });
  const boundary = {
    before: before.boundary,
    after: after.boundary,
    verdict: judgeMove({
      before: before.boundary,
      after: after.boundary,
      expectation: rules.boundary,
      defensible: new Set<string>([scenario.boundary.choice, ...scenario.boundary.also]),
    }),
  };
  const all = [...parts, { ...boundary, mustMove: rules.boundary.expect }];
  const ofKind = (isMove: boolean) =>
    countOf(all.filter(({ mustMove }) => (mustMove === 'must-move') === isMove).map(({ verdict }) => verdict));
  return {
    parts: parts.map(({ mustMove: _mustMove, ...part }) => part),
    boundary,
    moves: ofKind(true),
    stays: ofKind(false),
  };
}
