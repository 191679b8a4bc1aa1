import { defensibleChoices } from '@/grader/choices/credit-pick';
import type { Exercise } from '@/schemas/course';
import type { ModelAnswer } from '@/schemas/model-answer';
import type { Boundary, Choice } from '@/schemas/scenario';
import type { Problem } from './problem';

/** Long enough to argue every mark of a good record, short enough to be read beside one's own. */
const WORDS = { least: 220, most: 380 };

/** model-answers.yaml makes only choices that its scenario calls defensible, and its two answers differ. */
export function checkModelAnswers(exercise: Exercise): Problem[] {
  const { scenario, modelAnswers } = exercise;
  if (!modelAnswers) return [];
  const file = `exercises/${scenario.id}/model-answers.yaml`;
  const ofScenario: Problem[] =
    modelAnswers.scenario === scenario.id
      ? []
      : [{ file, path: 'scenario', message: `is ${modelAnswers.scenario}, expected ${scenario.id} as its folder` }];
  const { usual, contrarian } = modelAnswers;
  const ofBoth: Problem[] =
    picksOf(usual) === picksOf(contrarian)
      ? [{ file, path: 'contrarian', message: 'makes the choices of usual, expected at least one other' }]
      : [];
  const ofEach = (['usual', 'contrarian'] as const).flatMap((name) =>
    answerProblems(modelAnswers[name], exercise).map(({ path, message }) => ({
      file,
      path: `${name}.${path}`,
      message,
    })),
  );
  return [...ofScenario, ...ofEach, ...ofBoth];
}

function answerProblems(answer: ModelAnswer, { scenario }: Exercise): Omit<Problem, 'file'>[] {
  const choices: Readonly<Record<string, Choice | undefined>> = answer.choices;
  const known = scenario.components.map(({ id }): string => id);
  const boundaries: Boundary[] = [scenario.boundary.choice, ...scenario.boundary.also];
  const words = answer.explanation.split(/\s+/).filter((word) => /\w/.test(word)).length;
  return [
    ...scenario.components.flatMap((component) => {
      const allowed = defensibleChoices(component);
      const choice = choices[component.id];
      return choice && allowed.has(choice)
        ? []
        : [
            {
              path: `choices.${component.id}`,
              message: `is ${choice ?? 'missing'}, expected ${[...allowed].join(' or ')}`,
            },
          ];
    }),
    ...Object.keys(choices)
      .filter((id) => !known.includes(id))
      .map((id) => ({ path: `choices.${id}`, message: `is no component, expected one of ${known.join(', ')}` })),
    ...(boundaries.includes(answer.boundary)
      ? []
      : [{ path: 'boundary', message: `is ${answer.boundary}, expected ${boundaries.join(' or ')}` }]),
    ...(words >= WORDS.least && words <= WORDS.most
      ? []
      : [{ path: 'explanation', message: `has ${words} words, expected ${WORDS.least} to ${WORDS.most}` }]),
  ];
}

const picksOf = ({ choices, boundary }: ModelAnswer): string =>
  JSON.stringify([Object.entries(choices).sort(([one], [other]) => (one < other ? -1 : 1)), boundary]);
