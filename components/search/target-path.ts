import { casePath, lessonPlacePath, type PagePath, termPath } from '@/components/paths';
import type { SearchTarget } from '@/schemas/search';

export function targetPath(target: SearchTarget): PagePath {
  switch (target.kind) {
    case 'term':
      return termPath(target.termId);
    case 'case':
      return casePath(target.caseId);
    case 'lesson':
    case 'claim':
      return lessonPlacePath(target.lessonId, target.anchor);
    default:
      return target satisfies never;
  }
}
