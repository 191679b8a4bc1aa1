import 'server-only';
import { getCourse } from '@/course/course';
import { selectOptionalExercise } from '@/course/select';
import { chooseArguments } from '@/grader/team-map/choose-arguments';
import { stripNames } from '@/grader/team-map/strip-names';
import type { Course, Exercise } from '@/schemas/course';
import type { CohortId, ScenarioId } from '@/schemas/ids';
import { type Arguments, type DiscussionPack, DiscussionPackSchema, type ScenarioMap } from '@/schemas/team-map';
import type { Actor } from '../actor';
import { askAnalytics } from '../analytics/analytics-thread';
import type { ScenarioCounts } from '../analytics/team-counts';
import { mayIn, requireIn } from '../authority';
import { recordOncePerHour } from '../dashboard/record-view';
import { selectNamedCohort } from '../dashboard/select-cohort';
import { toDeskCourse } from '../dashboard/to-desk-course';
import { database } from '../db/database';
import { knownWordsOf } from './known-words';
import { toScenarioMap } from './to-scenario-map';

const NOBODY_YET: ScenarioCounts = { handedIn: 0, choices: {}, boundary: {}, graded: 0, heard: {}, isOpen: false };

/** What the team itself argued, without names; null where two sides cannot be heard without pointing at somebody. */
async function teamArguments(course: Course, cohortId: CohortId, map: ScenarioMap) {
  if (!map.isEnough) return null;
  const { writers, names } = await askAnalytics('teamWriters', { cohortId, scenarioId: map.scenarioId });
  const known = knownWordsOf(course);
  const nameSet = new Set(names);
  const people = writers.map(({ choices, quotes }) => ({
    choices,
    sentences: quotes.flatMap(({ text, weight }) => {
      const stripped = stripNames(text, known, nameSet);
      return stripped === null ? [] : [{ text: stripped, weight }];
    }),
  }));
  return chooseArguments(map.components, people);
}

function courseArguments({ modelAnswers }: Exercise, isOpen: boolean): Arguments {
  if (!isOpen || !modelAnswers) return { from: 'nobody', reason: isOpen ? 'no-consent' : 'not-open' };
  const { usual, contrarian } = modelAnswers;
  return {
    from: 'course',
    records: [
      { title: 'The expected answer', note: usual.note, text: usual.explanation },
      { title: 'Against it, and defensible', note: contrarian.note, text: contrarian.explanation },
    ],
  };
}

function flipsOf({ scenario }: Exercise): DiscussionPack['flips'] {
  return [
    ...scenario.defensible_answers.map(({ answer, holds_if }) => ({ condition: `If ${holds_if}`, answer })),
    ...[scenario.twist, ...scenario.extra_twists].map(({ change, new_answer }) => ({
      condition: change,
      answer: new_answer,
    })),
  ];
}

/**
 * What a facilitator needs for 45 minutes about one scenario; null for an unknown cohort or scenario. Sentences of the
 * team, and what the course keeps closed, are for those who run the cohort; the latter also only once the exercise is
 * open to everybody in it who handed it in, because a pack is printed and passed around.
 */
export async function selectDiscussionPack(
  actor: Actor,
  cohortId: CohortId,
  scenarioId: ScenarioId,
): Promise<DiscussionPack | null> {
  requireIn(actor, cohortId, 'aggregate', 'read a discussion pack');
  const course = await getCourse();
  const [cohort, exercise] = [await selectNamedCohort(cohortId), selectOptionalExercise(course, scenarioId)];
  if (!cohort || !exercise) return null;
  const all = await askAnalytics('teamCounts', { course: toDeskCourse(course), cohortId });
  const counts = all[scenarioId] ?? NOBODY_YET;
  const map = toScenarioMap(exercise, counts);
  const manages = mayIn(actor, cohortId, 'manage');
  const said = manages ? await teamArguments(course, cohortId, map) : null;
  if (said) await recordOncePerHour(database(), actor, { act: 'arguments.viewed', cohortId, details: { scenarioId } });
  const { id, title, brief, given, ask_before_deciding: ask } = exercise.scenario;
  const isOpen = manages && counts.isOpen;
  return DiscussionPackSchema.parse({
    cohortName: cohort.name,
    scenario: { id, title, brief, given },
    map,
    arguments: said
      ? { from: 'team', ...said }
      : manages
        ? courseArguments(exercise, isOpen)
        : { from: 'nobody', reason: 'not-for-leads' },
    questions: [...ask.before, ...(isOpen ? ask.after : [])],
    flips: isOpen ? flipsOf(exercise) : null,
  });
}
