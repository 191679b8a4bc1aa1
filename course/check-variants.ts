import { findSlips } from '@/grader/text/arithmetic';
import { exchangeNumbers, findEdits, findWords } from '@/grader/variants/exchange-numbers';
import { readNumberTokens } from '@/grader/variants/number-tokens';
import type { Exercise } from '@/schemas/course';
import type { ExchangeTable, NumberExchange, Variants } from '@/schemas/variant';
import { backTables, derive, forwardTable, numberExchanges } from './figure-values';
import type { Problem } from './problem';
import { textsOf } from './texts-of-exercise';
import { countVariants, varyExercise } from './vary-exercise';

type Place = Omit<Problem, 'file'>;

/** The grader takes numbers within 5 % for the same (grader/probes/quantities.ts), so a variant has to lie further off. */
const SAME = 0.08;

/** The same for results, which cannot be chosen as freely. */
const SAME_RESULT = 0.06;

const isSame = (one: number, other: number) => Math.abs(one - other) <= 1e-9 * Math.max(one, other);

/** variants.yaml fits its exercise, leaves no figure behind, adds up, and can be read back without doubt. */
export function checkVariants(exercise: Exercise): Problem[] {
  const { scenario, variants } = exercise;
  if (!variants) return [];
  const shape = [...checkShape(exercise, variants), ...checkSums(exercise, variants)];
  const count = countVariants(exercise);
  const told =
    shape.length > 0
      ? []
      : Array.from({ length: count - 1 }, (_, index) => index + 1).flatMap((variant) => [
          ...checkLeftovers(exercise, variants, variant),
          ...checkArithmetic(exercise, variant),
          ...checkReadBack(exercise, variants, variant),
        ]);
  const places = [...shape, ...(shape.length > 0 ? [] : checkOccurrence(exercise, variants)), ...told];
  const seen = new Set<string>();
  return places
    .filter(({ path, message }) => !seen.has(`${path} ${message}`) && seen.add(`${path} ${message}`))
    .map((place) => ({ file: `exercises/${scenario.id}/variants.yaml`, ...place }));
}

function checkShape({ scenario }: Exercise, variants: Variants): Place[] {
  const { figures, derived, phrases } = variants;
  const wanted = figures[0]?.values.length ?? 0;
  const ids = [...figures, ...derived].map(({ id }) => id);
  const lists = [
    ...figures.map(({ values }, index) => ({ path: `figures[${index}].values`, values })),
    ...phrases.map(({ values }, index) => ({ path: `phrases[${index}].values`, values })),
  ];
  const worked = scenario.worked_numbers.length;
  return [
    ...(variants.scenario === scenario.id
      ? []
      : [{ path: 'scenario', message: `is ${variants.scenario}, expected ${scenario.id} as its folder` }]),
    ...ids.flatMap((id, index) =>
      ids.indexOf(id) === index ? [] : [{ path: '', message: `two figures are called ${id}, expected one of each id` }],
    ),
    ...lists.flatMap(({ path, values }) =>
      values.length === wanted ? [] : [{ path, message: `has ${values.length}, expected ${wanted} as figures[0]` }],
    ),
    ...figures.flatMap(({ base, values }, index) =>
      values.flatMap((value, at) =>
        Math.abs(value - base) > SAME * base
          ? []
          : [
              {
                path: `figures[${index}].values[${at}]`,
                message: `is ${value}, too near ${base}: expected at least ${SAME * 100} % more or less, which a grader can tell apart`,
              },
            ],
      ),
    ),
    ...(variants.worked_numbers.length === worked
      ? []
      : [
          {
            path: 'worked_numbers',
            message: `has ${variants.worked_numbers.length}, expected ${worked} as scenario.yaml`,
          },
        ]),
  ];
}

/** Formulas have values in every variant, and those of worked numbers give what scenario.yaml says. */
function checkSums(exercise: Exercise, variants: Variants): Place[] {
  const { scenario } = exercise;
  const ids = variants.figures.map(({ id }) => id).join(', ');
  const formulas = [
    ...variants.worked_numbers.map(({ formula }, index) => ({ formula, path: `worked_numbers[${index}].formula` })),
    ...variants.derived.map(({ formula }, index) => ({ formula, path: `derived[${index}].formula` })),
  ];
  const valueless = formulas.flatMap(({ formula, path }) =>
    Array.from({ length: countVariants(exercise) }, (_, variant) => derive(formula, variants, variant)).every(
      (value) => value !== null && value > 0,
    )
      ? []
      : [{ path, message: `"${formula}" has no value above 0, expected digits, + - * / ( ) and figures: ${ids}` }],
  );
  const wrong = scenario.worked_numbers.flatMap(({ result }, index) => {
    const formula = variants.worked_numbers[index]?.formula;
    const value = formula === undefined ? null : derive(formula, variants, 0);
    return value === null || Math.abs(value - result) <= 0.001 * Math.abs(result)
      ? []
      : [
          {
            path: `worked_numbers[${index}].formula`,
            message: `gives ${value} with the base figures, expected ${result} as worked_numbers[${index}] of scenario.yaml`,
          },
        ];
  });
  return [...valueless, ...wrong, ...checkDistances(exercise, variants), ...checkQuantities(exercise, variants)];
}

/** The result of a sum changes clearly or not at all: in between, the grader would take the old one for right. */
function checkDistances({ scenario }: Exercise, variants: Variants): Place[] {
  const count = variants.figures[0]?.values.length ?? 0;
  return Array.from({ length: count }, (_, index) => index + 1).flatMap((variant) =>
    numberExchanges(scenario, variants, variant).flatMap(({ id, from, to, isDerived }) =>
      isDerived && !isSame(from, to) && Math.abs(to - from) <= SAME_RESULT * from
        ? [
            {
              path: 'figures',
              message: `${id} is ${to} in variant ${variant}, too near ${from}: expected figures that change it by more than ${SAME_RESULT * 100} %, or not at all`,
            },
          ]
        : [],
    ),
  );
}

/** What the grader looks for in numbers has to be known here where it rests on a figure that changes. */
function checkQuantities({ scenario, probes }: Exercise, variants: Variants): Place[] {
  const numbers = numberExchanges(scenario, variants, 1);
  return (probes?.quantities ?? []).flatMap(({ formula, name, value }) => {
    const parts = readNumberTokens(formula).map((token) => token.value);
    const rests = variants.figures.find(({ base, unit }) =>
      parts.some((part) => isSame(part, base) || (unit === '%' && isSame(part * 100, base))),
    );
    const isKnown = numbers.some(({ from }) => Math.abs(from - value) <= 0.01 * Math.abs(value));
    return rests && !isKnown
      ? [
          {
            path: 'derived',
            message: `lacks "${name}" (${formula} = ${value} in probes.yaml), which seems to rest on ${rests.id}: expected an entry that gives ${value}`,
          },
        ]
      : [];
  });
}

/** Every figure stands in the brief or beside it; every phrase and every exception somewhere. */
function checkOccurrence(exercise: Exercise, variants: Variants): Place[] {
  const { brief, given } = exercise.scenario;
  const shown = [brief, ...Object.values(given)];
  const all = textsOf(exercise).map(({ text }) => text);
  const table = forwardTable(exercise.scenario, variants, 1);
  const found = new Set(shown.flatMap((text) => findEdits(text, table).map(({ id }) => id)));
  const told = new Set(all.flatMap((text) => findEdits(text, table).map(({ id }) => id)));
  const missing = (words: string) => !all.some((text) => findWords(text, words).length > 0);
  return [
    ...variants.figures.flatMap(({ id, base }, index) =>
      found.has(id)
        ? []
        : [
            {
              path: `figures[${index}].base`,
              message: `${base} stands neither in brief nor in given${
                variants.figures[index]?.with ? ' with one of the words of `with` near it' : ''
              }, expected a number that learners read`,
            },
          ],
    ),
    ...variants.derived.flatMap(({ id, formula }, index) => {
      const value = derive(formula, variants, 0);
      const isQuantity = (exercise.probes?.quantities ?? []).some(
        (quantity) => value !== null && Math.abs(quantity.value - value) <= 0.01 * Math.abs(value),
      );
      return told.has(id) || isQuantity
        ? []
        : [
            {
              path: `derived[${index}]`,
              message: `gives ${value}, which no text of the exercise holds: expected one that does`,
            },
          ];
    }),
    ...variants.phrases.flatMap(({ base }, index) =>
      missing(base) ? [{ path: `phrases[${index}].base`, message: `"${base}" stands in no text of the exercise` }] : [],
    ),
    ...variants.keeps.flatMap((words, index) =>
      missing(words) ? [{ path: `keeps[${index}]`, message: `"${words}" stands in no text of the exercise` }] : [],
    ),
  ];
}

const around = (text: string, start: number, end: number) =>
  text.slice(Math.max(0, start - 30), end + 30).replace(/\s+/g, ' ');

/** No base number of a figure that changes is left where learners read the facts. */
function checkLeftovers({ scenario }: Exercise, variants: Variants, variant: number): Place[] {
  const table = forwardTable(scenario, variants, variant);
  const texts = [
    { path: 'brief', text: scenario.brief },
    ...Object.entries(scenario.given).map(([key, text]) => ({ path: `given.${key}`, text })),
  ];
  return texts.flatMap(({ path, text }) => {
    const told = findEdits(text, table);
    const kept = variants.keeps.flatMap((words) => findWords(text, words));
    return readNumberTokens(text).flatMap((token) => {
      if ([...told, ...kept].some(({ start, end }) => start <= token.start && token.end <= end)) return [];
      const figure = variants.figures.find(
        ({ base, unit }) => (unit === '%') === token.isPercent && isSame(token.value, base),
      );
      return figure
        ? [
            {
              path: 'figures',
              message: `${figure.id} is left in ${path} ("…${around(text, token.start, token.end)}…"): expected a word of it in \`with\`, or these words under \`keeps\``,
            },
          ]
        : [];
    });
  });
}

/** A sum that adds up in the files adds up in the variant too. */
function checkArithmetic(exercise: Exercise, variant: number): Place[] {
  const varied = textsOf(varyExercise(exercise, variant));
  return textsOf(exercise).flatMap(({ path, text }, index) => {
    const told = varied[index]?.text ?? text;
    return findSlips(text).length >= findSlips(told).length
      ? []
      : findSlips(told).map(({ quote, computed }) => ({
          path: 'derived',
          message: `variant ${variant} says "${quote}" in ${path}, which gives ${Number(computed.toPrecision(6))}: expected an entry (or a phrase) for the result`,
        }));
  });
}

/** Two numbers that a reader could take for each other, without words that tell them apart. */
function checkClashes({ numbers }: ExchangeTable, variant: number): Place[] {
  const clashes = (one: NumberExchange, other: NumberExchange) =>
    one.id !== other.id &&
    (one.unit === '%') === (other.unit === '%') &&
    isSame(one.from, other.from) &&
    !isSame(one.to, other.to) &&
    (one.with === null || other.with === null);
  return numbers.flatMap((one, index) =>
    numbers.slice(index + 1).flatMap((other) =>
      clashes(one, other)
        ? [
            {
              path: 'figures',
              message: `in variant ${variant}, ${one.from} may be ${one.id} or ${other.id}: expected another value, or \`with\` on both`,
            },
          ]
        : [],
    ),
  );
}

/** Told with other figures and read back, every text has the numbers of the files again. */
function checkReadBack(exercise: Exercise, variants: Variants, variant: number): Place[] {
  const { scenario } = exercise;
  const there = forwardTable(scenario, variants, variant);
  const back = backTables(scenario, variants, variant).strict;
  const clashes = checkClashes(back, variant);
  if (clashes.length > 0) return clashes;
  return textsOf(exercise).flatMap(({ path, text }) => {
    const told = exchangeNumbers(text, there);
    const [own, read] = [readNumberTokens(text), readNumberTokens(exchangeNumbers(told, back))];
    const at = own.findIndex((token, index) => {
      const value = read[index]?.value ?? Number.NaN;
      return !(Math.abs(value - token.value) <= 0.03 * token.value);
    });
    const [wanted, found] = [own[at], read[at]];
    return wanted
      ? [
          {
            path: 'figures',
            message: `variant ${variant} of ${path} reads back ${found?.value ?? 'nothing'} for ${wanted.value} ("…${around(text, wanted.start, wanted.end)}…"): expected values that no other number of the exercise has, or \`with\``,
          },
        ]
      : [];
  });
}
