import 'server-only';
import { selectLessonsOf, selectOptionalExercise } from '@/course/select';
import type { Course, Exercise, LoadedLesson } from '@/schemas/course';
import type { Profile } from '@/schemas/sample';
import type { HandIn } from '@/schemas/scenario';
import { chance } from './chance';
import type { DemoPerson } from './demo-people';

/** One thing that a person did, and when. */
export type DemoStep = { readonly at: number } & (
  | { readonly type: 'read'; readonly lesson: LoadedLesson }
  | { readonly type: 'quiz'; readonly lesson: LoadedLesson }
  | { readonly type: 'hand-in'; readonly exercise: Exercise; readonly handIn: HandIn }
  | { readonly type: 'draft'; readonly exercise: Exercise; readonly handIn: HandIn }
);
type Step = DemoStep extends infer Each ? (Each extends DemoStep ? Omit<Each, 'at'> : never) : never;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Ways of missing the point, in the order in which somebody might go through them. */
const FAILING: readonly Profile[] = ['tempting_wrong', 'mid_vague', 'right_pick_wrong_why', 'negation_trap'];

/** What somebody of these records hands in: samples that the author of the exercise wrote and marked. */
function handInsOf(exercise: Exercise, { name, records }: DemoPerson, isFirst: boolean): HandIn[] {
  const pick = chance(name, exercise.scenario.id);
  const one = (isModel: boolean) => {
    const list = exercise.samples.filter((sample) => sample.model === isModel);
    return list.slice(Math.floor(pick * list.length)).slice(0, 1);
  };
  const [weak, good] = [one(false), one(true)];
  const missing = FAILING.flatMap((profile) => exercise.samples.find((sample) => sample.profile === profile) ?? []);
  const [stuck, failing] = isFirst ? [missing.slice(0, 2), missing.slice(0, 3)] : [weak, weak];
  const chosen = { none: [], weak, stuck, failing, improving: [...weak, ...good], good }[records];
  return chosen.map(({ handIn }) => handIn);
}

function draftOf(exercise: Exercise): HandIn | null {
  const handIn = exercise.samples.find((sample) => sample.model)?.handIn;
  if (!handIn) return null;
  const paragraphs = handIn.explanation.split('\n\n');
  return { ...handIn, explanation: paragraphs.slice(0, Math.ceil(paragraphs.length / 2)).join('\n\n') };
}

function stepsOf(course: Course, person: DemoPerson): Step[] {
  const readable = Math.round(course.lessons.length * person.reach);
  const steps: Step[] = [];
  let read = 0;
  let draft: Step | null = null;
  for (const module of course.outline.modules) {
    const lessons = selectLessonsOf(course, module);
    for (const lesson of lessons.slice(0, readable - read))
      steps.push({ type: 'read', lesson }, { type: 'quiz', lesson });
    const isFinished = lessons.length > 0 && read + lessons.length <= readable;
    read = Math.min(readable, read + lessons.length);
    const exercises = module.exercises.flatMap((id) => selectOptionalExercise(course, id) ?? []);
    const [first, ...others] = exercises.filter((exercise) => exercise.samples.length > 0);
    if (!first || lessons.length === 0) continue;
    if (isFinished)
      for (const handIn of handInsOf(first, person, !steps.some(({ type }) => type === 'hand-in')))
        steps.push({ type: 'hand-in', exercise: first, handIn });
    const next = isFinished && person.records !== 'none' ? others[0] : first;
    const text = next && draftOf(next);
    if (next && text && !draft && steps.length > 0) draft = { type: 'draft', exercise: next, handIn: text };
  }
  return person.hasDraft && draft ? [...steps, draft] : steps;
}

/**
 * When they sat down to it: spread over the days from first to last, at hours of a working day, never later than two
 * hours ago, since a sitting takes a while.
 */
function sittings({ name, joinedDaysAgo, lastSeenDaysAgo }: DemoPerson, count: number, now: number): number[] {
  const from = now - joinedDaysAgo * DAY;
  const gap = count > 1 ? ((joinedDaysAgo - lastSeenDaysAgo) * DAY) / (count - 1) : 0;
  return Array.from({ length: count }, (_, index) => {
    const midnight = Math.floor((from + index * gap) / DAY) * DAY;
    return Math.min(midnight + Math.round((8 + 10 * chance(name, index)) * HOUR), now - 2 * HOUR);
  }).sort((one, other) => one - other);
}

/** The steps with their times: a quiz follows the lesson it belongs to, everything else is a sitting of its own. */
export function tellStory(course: Course, person: DemoPerson, now: number): DemoStep[] {
  const steps = stepsOf(course, person);
  const times = sittings(person, steps.filter((step) => step.type !== 'quiz').length, now);
  let sitting = -1;
  return steps.map((step) => {
    if (step.type !== 'quiz') sitting += 1;
    const at = times[sitting] ?? now - 2 * HOUR;
    return { ...step, at: step.type === 'quiz' ? at + HOUR / 3 : at };
  });
}
