import { defensibleChoices } from '@/grader/choices/credit-pick';
import { acceptedPicks } from '@/grader/twists/judge-parts';
import { scenarioTwists } from '@/grader/twists/scenario-twists';
import type { Exercise } from '@/schemas/course';
import type { Boundary, Scenario } from '@/schemas/scenario';
import type { Expectation, PartExpectation, TwistRules } from '@/schemas/twist';
import { plainStatement } from './plain-statement';
import type { Problem } from './problem';

/** A problem without its file: all of them lie in twists.yaml of one exercise. */
type Place = Omit<Problem, 'file'>;

/** A statement that is read must stand alone; a fragment of three words would be found in any note. */
const FEWEST_WORDS = 8;
const countWords = (text: string) => text.split(/\s+/).filter((word) => /\w/.test(word)).length;

/** twists.yaml speaks of every twist of its scenario in order, of every component, and of what can move. */
export function checkTwists({ scenario, twists }: Exercise): Problem[] {
  if (!twists) return [];
  const file = `exercises/${scenario.id}/twists.yaml`;
  const changes = scenarioTwists(scenario);
  const places: Place[] = [
    ...(twists.scenario === scenario.id
      ? []
      : [{ path: 'scenario', message: `is ${twists.scenario}, expected ${scenario.id} as its folder` }]),
    ...(twists.twists.length === changes.length
      ? []
      : [
          {
            path: 'twists',
            message: `has ${twists.twists.length} entries, expected ${changes.length}: one for each of twist and extra_twists in scenario.yaml`,
          },
        ]),
    ...twists.twists.flatMap((rules, index) =>
      checkTwist(rules, scenario, changes[index], index).map(({ path, message }) => ({
        path: `twists[${index}].${path}`,
        message,
      })),
    ),
  ];
  return places.map((place) => ({ file, ...place }));
}

function checkTwist(rules: TwistRules, scenario: Scenario, twist: Scenario['twist'] | undefined, index: number) {
  const id = `${scenario.id}-T${index + 1}`;
  return [
    ...(rules.id === id ? [] : [{ path: 'id', message: `is ${rules.id}, expected ${id}` }]),
    ...(twist && !twist.change.replace(/\s+/g, ' ').startsWith(rules.opens_with.trim())
      ? [{ path: 'opens_with', message: `is not how the twist begins, expected "${twist.change.slice(0, 40)}…"` }]
      : []),
    ...checkComponents(rules, scenario),
    ...checkBoundary(rules.boundary, scenario.boundary),
    ...checkStatements(rules, twist?.change ?? ''),
  ];
}

/** What must move has somewhere to start from, and what may move has somewhere else to go. */
function checkAccepted<Pick extends string>(
  path: string,
  expectation: Expectation<Pick>,
  usual: Pick,
  defensible: ReadonlySet<string>,
): Place[] {
  if (expectation.expect === 'must-stay') return [];
  const accepted = acceptedPicks(expectation);
  if (expectation.expect === 'must-move')
    return [...defensible].every((pick) => accepted.has(pick))
      ? [
          {
            path: `${path}.accept`,
            message: `holds all that was defensible before (${[...defensible].join(', ')}), expected may-move or must-stay`,
          },
        ]
      : [];
  return [...accepted].every((pick) => pick === usual)
    ? [{ path: `${path}.accept`, message: `holds only ${usual}, the answer before the twist; expected must-stay` }]
    : [];
}

function checkComponents({ components }: TwistRules, scenario: Scenario): Place[] {
  const expectations: Readonly<Record<string, PartExpectation | undefined>> = components;
  const known = scenario.components.map(({ id }): string => id);
  return [
    ...scenario.components.flatMap((component) => {
      const expectation = expectations[component.id];
      return expectation
        ? checkAccepted(`components.${component.id}`, expectation, component.answer, defensibleChoices(component))
        : [{ path: 'components', message: `says nothing about ${component.id}, expected each component` }];
    }),
    ...Object.keys(components)
      .filter((id) => !known.includes(id))
      .map((id) => ({ path: `components.${id}`, message: `is no component, expected one of ${known.join(', ')}` })),
  ];
}

const checkBoundary = (expectation: Expectation<Boundary>, { choice, also }: Scenario['boundary']): Place[] =>
  checkAccepted('boundary', expectation, choice, new Set<string>([choice, ...also]));

/** No statement twice in a twist, none too short to stand alone, and none that only copies the changed fact. */
function checkStatements({ reasons, half_reasons, not_reasons }: TwistRules, change: string): Place[] {
  const all = Object.entries({ reasons, half_reasons, not_reasons }).flatMap(([list, texts]) =>
    texts.map((text, index) => ({ text, path: `${list}[${index}]` })),
  );
  return all.flatMap(({ text, path }, at): Place[] => {
    const first = all.slice(0, at).find((other) => plainStatement(other.text) === plainStatement(text));
    if (first) return [{ path, message: `repeats ${first.path}, expected another statement` }];
    if (countWords(text) < FEWEST_WORDS)
      return [{ path, message: `has ${countWords(text)} words, expected ${FEWEST_WORDS} or more` }];
    return plainStatement(text) === plainStatement(change)
      ? [{ path, message: 'copies the change, expected a statement in other words' }]
      : [];
  });
}
