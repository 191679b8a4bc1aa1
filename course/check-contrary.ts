import { distanceTo } from '@/grader/contrary/choose-case';
import { splitWords } from '@/grader/text/words';
import type { ContraryCase } from '@/schemas/contrary';
import type { Exercise } from '@/schemas/course';
import { plainStatement } from './plain-statement';
import type { Problem } from './problem';

/** A problem without its file: all of them lie in contrary.yaml of one exercise. */
type Place = Omit<Problem, 'file'>;

const FEWEST_WORDS = 60;
const MOST_WORDS = 120;
/** A row of words that a case shares with a descriptor and not with the brief: by then it is the descriptor's. */
const ROW = 6;

const countWords = (text: string) => text.split(/\s+/).filter((word) => /\w/.test(word)).length;

function rowsOf(text: string): string[] {
  const words = splitWords(text).map(({ folded }) => folded);
  return words.slice(0, Math.max(0, words.length - ROW + 1)).map((_, at) => words.slice(at, at + ROW).join(' '));
}

/** contrary.yaml speaks of its scenario's components, contradicts every set of picks, and gives no descriptor away. */
export function checkContrary(exercise: Exercise): Problem[] {
  const { scenario, contrary } = exercise;
  if (!contrary) return [];
  const places: Place[] = [
    ...(contrary.scenario === scenario.id
      ? []
      : [{ path: 'scenario', message: `is ${contrary.scenario}, expected ${scenario.id} as its folder` }]),
    ...(contrary.cases.some((one) => contrary.cases.some((other) => distanceTo(one, other.answers) > 0))
      ? []
      : [
          {
            path: 'cases',
            message: 'all argue for the same picks, expected two that pick differently for the same component',
          },
        ]),
    ...contrary.cases.flatMap((one, index) =>
      checkCase(one, exercise, index).map(({ path, message }) => ({ path: `cases[${index}].${path}`, message })),
    ),
  ];
  return places.map((place) => ({ file: `exercises/${scenario.id}/contrary.yaml`, ...place }));
}

function checkCase(one: ContraryCase, exercise: Exercise, index: number): Place[] {
  const { scenario } = exercise;
  const id = `${scenario.id}-C${index + 1}`;
  const words = countWords(one.case);
  const known = scenario.components.map((component): string => component.id);
  return [
    ...(one.id === id ? [] : [{ path: 'id', message: `is ${one.id}, expected ${id}` }]),
    ...(words >= FEWEST_WORDS && words <= MOST_WORDS
      ? []
      : [{ path: 'case', message: `has ${words} words, expected ${FEWEST_WORDS} to ${MOST_WORDS}` }]),
    ...(Object.keys(one.answers).length > 0
      ? []
      : [{ path: 'answers', message: 'is empty, expected the pick of one component or more' }]),
    ...Object.keys(one.answers)
      .filter((component) => !known.includes(component))
      .map((component) => ({
        path: `answers.${component}`,
        message: `is no component, expected one of ${known.join(', ')}`,
      })),
    ...checkGivenAway(one, exercise),
    ...checkStatements(one),
  ];
}

/** The case is read before the rubric opens, so none of its wording may be a descriptor's. */
function checkGivenAway({ case: text }: ContraryCase, { scenario, rubric }: Exercise): Place[] {
  const open = new Set(rowsOf([scenario.brief, ...Object.values(scenario.given)].join(' ')));
  const own = new Set(rowsOf(text));
  return rubric.criteria.flatMap(({ id, asks, full, half }) => {
    const shared = [asks, full, half].flatMap(rowsOf).find((row) => own.has(row) && !open.has(row));
    return shared ? [{ path: 'case', message: `says "${shared}" as ${id} does, expected other words` }] : [];
  });
}

/** No statement twice in a case, in whatever list, and no point twice. */
function checkStatements({ strong_points, conditions, dismissals }: ContraryCase): Place[] {
  const all = [
    ...strong_points.flatMap(({ point, statements }, at) => [
      { path: `strong_points[${at}].point`, text: point },
      ...statements.map((text, index) => ({ path: `strong_points[${at}].statements[${index}]`, text })),
    ]),
    ...conditions.map((text, index) => ({ path: `conditions[${index}]`, text })),
    ...dismissals.map((text, index) => ({ path: `dismissals[${index}]`, text })),
  ];
  const ids = strong_points.map(({ id }) => id);
  return [
    ...all.flatMap(({ text, path }, at): Place[] => {
      const first = all.slice(0, at).find((other) => plainStatement(other.text) === plainStatement(text));
      return first ? [{ path, message: `repeats ${first.path}, expected another statement` }] : [];
    }),
    ...ids.flatMap((id, at) =>
      ids.indexOf(id) === at
        ? []
        : [{ path: `strong_points[${at}].id`, message: `${id} is taken, expected an id of its own` }],
    ),
  ];
}
