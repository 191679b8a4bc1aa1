import 'server-only';
import { selectOptionalExercise } from '@/course/select';
import { defensibleChoices } from '@/grader/choices/credit-pick';
import { distanceTo } from '@/grader/contrary/choose-case';
import { SIDE_WORD } from '@/grader/contrary/reply-words';
import { descriptorsOpen } from '@/grader/passing';
import { countPicks } from '@/grader/space/count-picks';
import { countSame, nearestAnswer } from '@/grader/space/nearest-answer';
import type { Exercise } from '@/schemas/course';
import type { ScenarioId } from '@/schemas/ids';
import { type Choice, type HandIn, HandInSchema } from '@/schemas/scenario';
import { type DecisionSpace, DecisionSpaceSchema, FEWEST_OTHERS, type SpaceCell } from '@/schemas/space';
import type { Actor } from '../actor';
import { readOwnCourse } from '../attempts/own-course';
import { database } from '../db/database';
import { fromJson } from '../db/json';
import { summariseHandIns } from '../submissions';
import { selectOthersPicks } from './others-picks';

/** In the order of the map: from one language over both to the other, and what runs already. */
const COLUMNS: readonly Choice[] = ['rust', 'either', 'go', 'neither-keep-existing'];

interface Draft {
  readonly number: number;
  readonly choices: HandIn['choices'];
}

/** Whether the space may be seen: opened like model answers, and no grade of it is held back. */
async function isOpen({ learnerId }: Actor, scenarioId: ScenarioId): Promise<boolean> {
  const handIns = await summariseHandIns(learnerId, scenarioId);
  if (handIns.length === 0 || handIns.some(({ isWithheld }) => isWithheld)) return false;
  return descriptorsOpen({ isPassed: handIns.some(({ isPassed }) => isPassed), handIns: handIns.length });
}

async function selectDrafts({ learnerId }: Actor, scenarioId: ScenarioId): Promise<Draft[]> {
  const rows = await database()
    .selectFrom('submissions')
    .select(['number', 'handIn'])
    .where('learnerId', '=', learnerId)
    .where('scenarioId', '=', scenarioId)
    .orderBy('number')
    .execute();
  return rows.map(({ number, handIn }) => ({ number, choices: fromJson(handIn, HandInSchema).choices }));
}

interface NamedAnswer {
  readonly name: string;
  readonly wins: string;
  readonly choices: HandIn['choices'];
}

/** Answers that are written down as picks. A case speaks of some components; the others are as expected. */
function answersOf({ scenario, modelAnswers, contrary }: Exercise): NamedAnswer[] {
  const expected: HandIn['choices'] = Object.fromEntries(scenario.components.map(({ id, answer }) => [id, answer]));
  const models: NamedAnswer[] = modelAnswers
    ? [
        { name: 'The expected answer', wins: modelAnswers.usual.note, choices: modelAnswers.usual.choices },
        { name: 'Against it', wins: modelAnswers.contrarian.note, choices: modelAnswers.contrarian.choices },
      ]
    : [];
  // A case that one of the two records makes already would stand there twice.
  const further = (contrary?.cases ?? []).filter((one) => models.every(({ choices }) => distanceTo(one, choices) > 0));
  return [
    ...models,
    ...further.map(({ side, holds_if, answers }) => ({
      name: `The case for ${SIDE_WORD[side]}`,
      wins: `Wins if ${holds_if}.`,
      choices: { ...expected, ...answers },
    })),
  ];
}

type Component = Exercise['scenario']['components'][number];

function standingOf(component: Component, choice: Choice): SpaceCell['standing'] {
  if (component.answer === choice) return 'answer';
  return defensibleChoices(component).has(choice) ? 'also' : 'neither';
}

/**
 * The decision space of a scenario for one learner: what holds and when, where their drafts stand, and how others
 * decided as counts that give nobody away. Null before the exercise is open to them, whatever the reason.
 */
export async function selectDecisionSpace(actor: Actor, scenarioId: ScenarioId): Promise<DecisionSpace | null> {
  const exercise = selectOptionalExercise(await readOwnCourse(database(), actor.learnerId), scenarioId);
  if (!exercise || !(await isOpen(actor, scenarioId))) return null;
  const { scenario } = exercise;
  const [drafts, others] = await Promise.all([selectDrafts(actor, scenarioId), selectOthersPicks(actor, scenarioId)]);
  const latest = drafts.at(-1)?.choices ?? {};
  const answers = answersOf(exercise);
  const nearest = nearestAnswer(answers, latest);
  return DecisionSpaceSchema.parse({
    scenarioId,
    title: scenario.title,
    components: scenario.components.map((component) => {
      const { id, name, because } = component;
      const counts = countPicks(
        others.map((choices) => choices[id]),
        COLUMNS,
      );
      const cells = COLUMNS.map((choice) => ({
        choice,
        standing: standingOf(component, choice),
        ownDrafts: drafts.filter(({ choices }) => choices[id] === choice).map(({ number }) => number),
        others: counts?.get(choice) ?? null,
      }));
      return { id, name, because, cells };
    }),
    answers: answers.map(({ name, wins, choices }, index) => ({
      name,
      wins,
      same: countSame(choices, latest),
      isNearest: index === nearest,
    })),
    defensible: scenario.defensible_answers,
    drafts: drafts.length,
    hasOthers: others.length >= FEWEST_OTHERS,
  });
}
