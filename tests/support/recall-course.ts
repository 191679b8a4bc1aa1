import type { Course, LoadedLesson } from '@/schemas/course';
import { ClaimIdSchema, ItemIdSchema, LessonIdSchema } from '@/schemas/ids';
import type { Item } from '@/schemas/item';
import { FIRST_ITEM } from './fixture';

let edits = 0;

/** A course of the same shape whose files differ, as after an edit: cards look at the course again. */
export function edited(course: Course, change: (course: Course) => Partial<Course>): Course {
  edits += 1;
  return { ...course, ...change(course), contentHash: `${course.contentHash}+${edits}` };
}

const firstItem = (item: Item, change: (item: Item) => Item) => (item.id === FIRST_ITEM ? change(item) : item);

/** The fixture course with its first item edited, or with null: taken out. */
export function withItem(course: Course, change: ((item: Item) => Item) | null): Course {
  return edited(course, ({ lessons }) => ({
    lessons: lessons.map((loaded) => ({
      ...loaded,
      quiz: {
        ...loaded.quiz,
        items: change
          ? loaded.quiz.items.map((item) => firstItem(item, change))
          : loaded.quiz.items.filter(({ id }) => id !== FIRST_ITEM),
      },
    })),
  }));
}

/** Copies of the fixture's lesson, each with its own two items and its own claim: enough to study for weeks. */
export function withManyLessons(course: Course, count: number): Course {
  const [loaded] = course.lessons;
  const [claim] = course.claims;
  if (!loaded || !claim) throw new Error('the fixture course has no lesson or no claim');
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const claimId = (number: number) => ClaimIdSchema.parse(`A-N-${number}`);
  const lessons = numbers.map((number): LoadedLesson => {
    const id = LessonIdSchema.parse(`lesson-${number}`);
    const items = loaded.quiz.items.map((item) => ({ ...item, id: ItemIdSchema.parse(`${id}-${item.id}`) }));
    const lesson = { ...loaded.lesson, id, claims: [claimId(number)] };
    return { ...loaded, lesson, quiz: { ...loaded.quiz, lesson: id, items } };
  });
  const claims = numbers.map((number) => ({ ...claim, id: claimId(number) }));
  return edited(course, () => ({ lessons, claims: [...course.claims, ...claims] }));
}
