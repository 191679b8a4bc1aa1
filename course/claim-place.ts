import type { LoadedLesson } from '@/schemas/course';
import type { LessonId } from '@/schemas/ids';

/** Where a claim is taught: a lesson, and the anchor of the claim's card where the lesson shows one. */
export interface ClaimPlace {
  readonly lessonId: LessonId;
  readonly lessonTitle: string;
  readonly anchor: string | null;
}

export function showsCard({ mdx }: Pick<LoadedLesson, 'mdx'>, kind: 'Claim' | 'Case', id: string): boolean {
  return new RegExp(`<${kind}\\s+id="${id}"`).test(mdx);
}

/** A lesson that teaches the claim, one with its card before one that only refers to it; null while none is written. */
export function claimPlace(
  { lessons }: { readonly lessons: readonly Pick<LoadedLesson, 'lesson' | 'mdx'>[] },
  id: string,
): ClaimPlace | null {
  const teaching = lessons.filter(({ lesson }) => lesson.claims.some((claim) => claim === id));
  const shown = teaching.find((loaded) => showsCard(loaded, 'Claim', id));
  const found = shown ?? teaching[0];
  if (!found) return null;
  return { lessonId: found.lesson.id, lessonTitle: found.lesson.title, anchor: shown ? `claim-${id}` : null };
}
