import type { Exercise } from '@/schemas/course';
import type { CriterionProbes, ProbePart, Probes, Quantity } from '@/schemas/probe';
import { evaluateFormula } from './evaluate-formula';
import { findDuplicates } from './find-duplicates';
import type { KnownIds } from './known-ids';
import { plainStatement } from './plain-statement';
import type { Problem } from './problem';

/** How far a stated value may lie from that of its formula: rounding, not another sum. */
const ROUNDING = 0.01;

/** A problem without its file: all of them lie in probes.yaml of one exercise. */
type Place = Omit<Problem, 'file'>;

/** probes.yaml fits the scenario, the rubric and the library that it speaks of. */
export function checkProbes({ scenario, rubric, probes }: Exercise, known: KnownIds): Problem[] {
  if (!probes) return [];
  const criteria = rubric.criteria.map(({ id }) => String(id));
  const components = scenario.components.map(({ id }) => String(id));
  const places = [
    ...(probes.scenario === scenario.id
      ? []
      : [{ path: 'scenario', message: `is ${probes.scenario}, expected ${scenario.id} as its folder` }]),
    ...checkOrder(probes, criteria),
    ...checkComponents(probes, components),
    ...probes.criteria.flatMap(checkStatements),
    ...probes.quantities.flatMap((quantity, index) => checkQuantity(quantity, `quantities[${index}]`, criteria)),
    ...checkMisconceptions(probes, scenario.id, known.misconceptions),
  ];
  const file = `exercises/${scenario.id}/probes.yaml`;
  return [
    ...places.map((place) => ({ file, ...place })),
    ...findDuplicates(
      'misconception',
      probes.misconceptions.map(({ id }, index) => ({ id, file, path: `misconceptions[${index}].id` })),
    ),
    ...findDuplicates(
      'component',
      probes.components.map(({ id }, index) => ({ id, file, path: `components[${index}].id` })),
    ),
  ];
}

/** One entry for each criterion, as the rubric has them. The first that differs says enough. */
function checkOrder({ criteria }: Probes, wanted: readonly string[]): Place[] {
  const at = Array.from({ length: Math.max(criteria.length, wanted.length) }, (_, index) => index).find(
    (index) => criteria[index]?.id !== wanted[index],
  );
  if (at === undefined) return [];
  const found = criteria[at] ? `is ${criteria[at].id}` : 'is missing';
  const order = `the rubric's criteria in order: ${wanted.join(', ')}`;
  return [{ path: `criteria[${at}].id`, message: `${found}, expected ${order}` }];
}

function checkComponents({ components }: Probes, wanted: readonly string[]): Place[] {
  const found = components.map(({ id }) => String(id));
  const list = wanted.join(', ');
  return [
    ...wanted
      .filter((id) => !found.includes(id))
      .map((id) => ({ path: 'components', message: `says nothing about ${id}, expected each of ${list}` })),
    ...found.flatMap((id, index) =>
      wanted.includes(id) ? [] : [{ path: `components[${index}].id`, message: `names ${id}, expected one of ${list}` }],
    ),
  ];
}

/** No statement twice in a part, and none that both states and denies it. */
function checkStatements({ parts }: CriterionProbes, criterion: number): Place[] {
  return parts.flatMap((part, index) => checkPart(part, `criteria[${criterion}].parts[${index}]`));
}

function checkPart({ says, denies }: ProbePart, place: string): Place[] {
  const seen = new Map<string, { path: string; kind: string }>();
  const all = [
    ...says.map((text, index) => ({ text, kind: 'says', path: `says[${index}]` })),
    ...denies.map((text, index) => ({ text, kind: 'denies', path: `denies[${index}]` })),
  ];
  return all.flatMap(({ text, kind, path }): Place[] => {
    const first = seen.get(plainStatement(text));
    if (!first) {
      seen.set(plainStatement(text), { path, kind });
      return [];
    }
    const fault =
      first.kind === kind
        ? `repeats ${first.path}, expected another wording`
        : `stands in ${first.path} too, expected a statement that denies the idea`;
    return [{ path: `${place}.${path}`, message: fault }];
  });
}

function checkQuantity(
  { criteria, formula, value, range }: Quantity,
  place: string,
  known: readonly string[],
): Place[] {
  const [low, high] = range;
  const result = evaluateFormula(formula);
  const isOff = result !== null && Math.abs(result - value) > ROUNDING * Math.abs(result);
  return [
    ...criteria.flatMap((id, index) =>
      known.includes(id)
        ? []
        : [{ path: `${place}.criteria[${index}]`, message: `names ${id}, expected one of ${known.join(', ')}` }],
    ),
    ...(result === null
      ? [{ path: `${place}.formula`, message: `"${formula}" has no value, expected digits and + - * / ( ) only` }]
      : []),
    ...(isOff
      ? [
          {
            path: `${place}.value`,
            message: `is ${value}, expected ${Number(result.toPrecision(6))} as ${formula} gives`,
          },
        ]
      : []),
    ...(value < low || value > high
      ? [{ path: `${place}.range`, message: `is ${low} to ${high}, expected a span that holds the value ${value}` }]
      : []),
  ];
}

function checkMisconceptions({ misconceptions }: Probes, scenario: string, common: ReadonlySet<string>): Place[] {
  const own = `${scenario.toLowerCase()}-tempting`;
  return misconceptions.flatMap(({ id, says, corrects }, index) => {
    const place = `misconceptions[${index}]`;
    const expected = `expected ${own} or an id of library/misconceptions.yaml`;
    const unknown = id === own || common.has(id) ? [] : [{ path: `${place}.id`, message: `is ${id}, ${expected}` }];
    const stated = new Set(says.map(plainStatement));
    const shared = corrects.flatMap((text, at) =>
      stated.has(plainStatement(text))
        ? [{ path: `${place}.corrects[${at}]`, message: 'stands in says too, expected a statement that corrects it' }]
        : [],
    );
    return [...unknown, ...shared];
  });
}
