import type { Module } from '@/schemas/lesson';
import type { ContentFile } from './content-files';

/** Ids of a module's lessons by their folders, those with a fault of their own included: each fault is reported once. */
export function lessonIdsOf(files: readonly ContentFile[], { folder }: Module): readonly string[] {
  const ids = files.flatMap(({ file }) => {
    const [root, module, lesson] = file.split('/');
    return root === 'lessons' && module === folder && lesson ? [lesson.replace(/^\d\d-/, '')] : [];
  });
  return [...new Set(ids)];
}
