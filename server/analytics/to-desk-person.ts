import 'server-only';
import { isModuleComplete, moduleStanding } from '@/grader/dashboard/module-standing';
import { isExercisePassed, isQuizMastered } from '@/grader/passing';
import { assessRisk } from '@/grader/risk/assess-risk';
import type { DeskPerson, PersonDue } from '@/schemas/dashboard-view';
import type { CohortPerson } from './cohort-people';
import type { DeskCourse } from './desk-course';
import type { PartFacts } from './read-part';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

const daysBetween = (from: number, to: number) => Math.max(0, Math.floor((to - from) / DAY_MS));

/** One person with minutes by lesson, which the summary of each module needs and no page shows. */
export interface BoardPerson {
  readonly person: DeskPerson;
  readonly minutes: ReadonlyMap<string, number>;
}

/** What is known of the people of a part. */
type Facts = PartFacts & { readonly dueOf: (learnerId: string) => PersonDue };

/** Items of quizzes that are mastered. */
function masteredItems(course: DeskCourse, answers: ReadonlyMap<string, { readonly right: number }> | undefined) {
  const lessons = new Set(
    course.modules.flatMap(({ lessons: own }) =>
      own
        .filter(({ id, items, masteryScore }) => isQuizMastered(answers?.get(id)?.right ?? 0, items, masteryScore))
        .map(({ id }) => id),
    ),
  );
  return new Set(course.items.filter(({ lessonId }) => lessons.has(lessonId)).map(({ id }) => id));
}

function riskOf(course: DeskCourse, person: CohortPerson, facts: Facts, modules: DeskPerson['modules'], now: number) {
  const answers = [...(facts.answers.get(person.learnerId)?.values() ?? [])];
  const rule = { exerciseOverall: course.passMark };
  const known = new Set(course.modules.flatMap(({ exercises }) => exercises));
  const open = modules.filter(({ steps }) => steps > 0);
  const wrong = facts.wrongItems.get(person.learnerId) ?? [];
  const { overdue, overdueSince } = facts.dueOf(person.learnerId);
  const mastered = wrong.length > 0 ? masteredItems(course, facts.answers.get(person.learnerId)) : new Set<string>();
  return assessRisk({
    isGuest: person.isGuest,
    hasBegun: modules.some(({ isBegun }) => isBegun),
    isDone: open.length > 0 && open.every(isModuleComplete),
    daysSinceJoined: daysBetween(person.joinedAt, now),
    daysSinceActive: daysBetween(person.lastActiveAt, now),
    openExercises: [...(facts.exercises.get(person.learnerId) ?? [])]
      .filter(([id, { best }]) => known.has(id) && best !== null && !isExercisePassed(best, rule))
      .map(([scenarioId, { handIns, best }]) => ({ scenarioId, handIns, best })),
    // Whoever mastered the quiz all the same is not stuck on one item of it.
    wrongItems: wrong.filter(({ itemId }) => !mastered.has(itemId)),
    sure: answers.reduce((sum, { sure }) => sum + sure, 0),
    sureAndWrong: answers.reduce((sum, { sureAndWrong }) => sum + sureAndWrong, 0),
    overdue,
    daysOverdue: daysBetween(overdueSince ?? now, now),
  });
}

/** Everything the views say about one person, out of the rows of a part. */
export function toDeskPerson(course: DeskCourse, person: CohortPerson, facts: Facts, now: number): BoardPerson {
  const id = person.learnerId;
  const own = {
    read: facts.reads.get(id) ?? new Set<string>(),
    answers: facts.answers.get(id) ?? new Map(),
    exercises: facts.exercises.get(id) ?? new Map(),
  };
  const modules = course.modules.map((module) => moduleStanding(module, own, course.passMark));
  const open = modules.filter(({ steps }) => steps > 0);
  const isComplete = open.length > 0 && open.every(isModuleComplete);
  const isBegun = modules.some((module) => module.isBegun);
  const times = facts.times.get(id);
  const minutes = new Map([...(times ?? [])].map(([lessonId, time]) => [lessonId, time / MINUTE_MS]));
  const { weight, reasons } = riskOf(course, person, facts, modules, now);
  return {
    person: {
      ...person,
      standing: isComplete ? 'complete' : isBegun ? 'under-way' : 'not-started',
      weight,
      reasons,
      due: facts.dueOf(id),
      quizMinutes: times ? [...minutes.values()].reduce((sum, each) => sum + each, 0) : null,
      modules,
    },
    minutes,
  };
}
