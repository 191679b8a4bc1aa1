import 'server-only';
import { isModuleComplete, moduleStanding } from '@/grader/dashboard/module-standing';
import { isExercisePassed, isQuizMastered } from '@/grader/passing';
import { assessRisk } from '@/grader/risk/assess-risk';
import type { DeskPerson, PersonDue } from '@/schemas/dashboard-view';
import type { CohortPerson } from './cohort-people';
import type { DeskCourse } from './desk-course';
import { dueAt } from './due';
import type { PersonWork } from './known-people';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

const daysBetween = (from: number, to: number) => Math.max(0, Math.floor((to - from) / DAY_MS));

/** One person with minutes by lesson, which the summary of each module needs and no page shows. */
export interface BoardPerson {
  readonly person: DeskPerson;
  readonly minutes: ReadonlyMap<string, number>;
}

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

function riskOf(
  course: DeskCourse,
  person: CohortPerson,
  work: PersonWork,
  { modules, due, now }: { readonly modules: DeskPerson['modules']; readonly due: PersonDue; readonly now: number },
) {
  const answers = [...work.answers.values()];
  const rule = { exerciseOverall: course.passMark };
  const known = new Set(course.modules.flatMap(({ exercises }) => exercises));
  const open = modules.filter(({ steps }) => steps > 0);
  const { wrongItems: wrong } = work;
  const mastered = wrong.length > 0 ? masteredItems(course, work.answers) : new Set<string>();
  return assessRisk({
    isGuest: person.isGuest,
    hasBegun: modules.some(({ isBegun }) => isBegun),
    isDone: open.length > 0 && open.every(isModuleComplete),
    daysSinceJoined: daysBetween(person.joinedAt, now),
    daysSinceActive: daysBetween(person.lastActiveAt, now),
    openExercises: [...work.exercises]
      .filter(([id, { best }]) => known.has(id) && best !== null && !isExercisePassed(best, rule))
      .map(([scenarioId, { handIns, best }]) => ({ scenarioId, handIns, best })),
    // Whoever mastered the quiz all the same is not stuck on one item of it.
    wrongItems: wrong.filter(({ itemId }) => !mastered.has(itemId)),
    sure: answers.reduce((sum, { sure }) => sum + sure, 0),
    sureAndWrong: answers.reduce((sum, { sureAndWrong }) => sum + sureAndWrong, 0),
    overdue: due.overdue,
    daysOverdue: daysBetween(due.overdueSince ?? now, now),
  });
}

/** Everything the views say about one person, out of what they did. */
export function toDeskPerson(course: DeskCourse, person: CohortPerson, work: PersonWork, now: number): BoardPerson {
  const modules = course.modules.map((module) => moduleStanding(module, work, course.passMark));
  const open = modules.filter(({ steps }) => steps > 0);
  const isComplete = open.length > 0 && open.every(isModuleComplete);
  const isBegun = modules.some((module) => module.isBegun);
  const minutes = new Map([...(work.times ?? [])].map(([lessonId, time]) => [lessonId, time / MINUTE_MS]));
  const due = dueAt(work.openDates, now);
  const { weight, reasons } = riskOf(course, person, work, { modules, due, now });
  const { writes: _, ...shown } = person;
  return {
    person: {
      ...shown,
      standing: isComplete ? 'complete' : isBegun ? 'under-way' : 'not-started',
      weight,
      reasons,
      due,
      quizMinutes: work.times ? [...minutes.values()].reduce((sum, each) => sum + each, 0) : null,
      modules,
    },
    minutes,
  };
}
