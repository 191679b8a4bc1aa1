import 'server-only';
import { median } from '@/grader/dashboard/median';
import { isModuleComplete } from '@/grader/dashboard/module-standing';
import type { CohortSummary, DeskPerson, Funnel, ModuleSummary } from '@/schemas/dashboard-view';
import type { DeskCourse } from './desk-course';
import type { BoardPerson } from './to-desk-person';

function moduleSummary(
  module: DeskCourse['modules'][number],
  index: number,
  board: readonly BoardPerson[],
): ModuleSummary {
  const cells = board.flatMap(({ person }) => person.modules[index] ?? []);
  const begun = cells.filter(({ isBegun }) => isBegun);
  const bests = cells.flatMap(({ best }) => (best === null ? [] : [best]));
  const minutes = board.flatMap((one) => {
    const own = module.lessons.flatMap(({ id }) => one.minutes.get(id) ?? []);
    return own.length > 0 ? [own.reduce((sum, each) => sum + each, 0)] : [];
  });
  return {
    moduleId: module.id,
    begun: begun.length,
    complete: cells.filter(isModuleComplete).length,
    medianShare: median(begun.map(({ done, steps }) => (steps > 0 ? done / steps : 0))),
    medianBest: median(bests),
    graded: bests.length,
    medianMinutes: median(minutes),
    timed: minutes.length,
  };
}

/** Each step counts everybody who ever took it; nobody is taken out because an earlier one is missing. */
function funnelOf(people: readonly DeskPerson[]): Funnel {
  const count = (has: (module: DeskPerson['modules'][number]) => boolean) =>
    people.filter(({ modules }) => modules.some(has)).length;
  return {
    started: count(({ isBegun }) => isBegun),
    read: count(({ lessonsRead }) => lessonsRead > 0),
    quiz: count(({ quizzesMastered }) => quizzesMastered > 0),
    handedIn: count(({ handIns }) => handIns > 0),
    passed: count(({ isPassed }) => isPassed),
  };
}

/** The numbers about a whole cohort. */
export function summarise(course: DeskCourse, board: readonly BoardPerson[], assignments: number): CohortSummary {
  const people = board.map(({ person }) => person);
  const times = people.flatMap(({ quizMinutes }) => (quizMinutes === null ? [] : [quizMinutes]));
  const inStanding = (standing: DeskPerson['standing']) =>
    people.filter((person) => person.standing === standing).length;
  return {
    people: people.length,
    atRisk: people.filter(({ weight }) => weight > 0).length,
    standings: {
      'not-started': inStanding('not-started'),
      'under-way': inStanding('under-way'),
      complete: inStanding('complete'),
    },
    modules: course.modules.map((module, index) => moduleSummary(module, index, board)),
    funnel: funnelOf(people),
    medianMinutes: median(times),
    timed: times.length,
    assignments,
  };
}
