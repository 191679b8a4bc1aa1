import type { CourseOutline, Module } from '@/schemas/lesson';
import { toWrite } from '../placeholder';
import { quizText } from './quiz-skeleton';
import { requireSlug, ScaffoldRefusal, type Skeleton } from './skeleton';

interface LessonRequest {
  readonly module: string | undefined;
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly today: string;
}

/** `lesson M3 where-it-waits`: the next number in the module's folder, with a quiz beside it. */
export function newLesson(request: LessonRequest, outline: CourseOutline, files: readonly string[]): Skeleton {
  const module = findModule(request.module, outline);
  const id = requireSlug('id of the lesson', request.id);
  const taken = files.find((file) => new RegExp(`^lessons/[^/]+/\\d\\d-${id}/`).test(file));
  if (taken) throw new ScaffoldRefusal(`There is a lesson ${id} already: ${taken}`);
  const folder = `lessons/${module.folder}/${nextNumber(module, files)}-${id}`;
  const objective = `${id}-first`;
  return {
    files: [
      { file: `${folder}/lesson.mdx`, text: lessonText(id, objective, request.title, request.today) },
      { file: `${folder}/quiz.yaml`, text: quizText(`${folder}/quiz.yaml`, id, objective) },
    ],
    next: [
      `Write ${folder}/lesson.mdx, then quiz.yaml beside it; docs/authoring.md explains every field.`,
      `Name the claims that the lesson teaches in its head, out of those of ${module.id} in lessons/course.yaml, and in the items that assess them.`,
      'Give the objective and the items ids that say what they are about, now: later they stay for ever.',
      'npm run check:content -- --without-samples lists what still holds a placeholder; npm run dev shows the page.',
    ],
  };
}

/** `quiz where-it-waits`: for a lesson that has none. */
export function newQuiz(lesson: string | undefined, files: readonly { file: string; text: string }[]): Skeleton {
  const id = requireSlug('id of the lesson', lesson);
  const source = files.find(({ file }) => new RegExp(`^lessons/[^/]+/\\d\\d-${id}/lesson\\.mdx$`).test(file));
  if (!source) throw new ScaffoldRefusal(`There is no lesson ${id}: npm run new -- lesson M3 ${id} writes one.`);
  const file = source.file.replace(/lesson\.mdx$/, 'quiz.yaml');
  const objective = /^objectives:\s*\n\s*- id: (\S+)/m.exec(source.text)?.[1] ?? `${id}-first`;
  return {
    files: [{ file, text: quizText(file, id, objective) }],
    next: [`Write ${file}. Each objective of the lesson is measured by at least two items.`],
  };
}

function findModule(wanted: string | undefined, { modules }: CourseOutline): Module {
  const found = modules.find(({ id, folder }) => id === wanted || folder === wanted);
  if (found) return found;
  const known = modules.map(({ id }) => id).join(', ');
  throw new ScaffoldRefusal(`The module is ${wanted ? `"${wanted}"` : 'missing'}, expected one of ${known}.`);
}

function nextNumber({ folder }: Module, files: readonly string[]): string {
  const numbers = files.flatMap((file) => {
    const found = /^lessons\/([^/]+)\/(\d\d)-/.exec(file);
    return found?.[1] === folder ? [Number(found[2])] : [];
  });
  return String(Math.max(0, ...numbers) + 1).padStart(2, '0');
}

function lessonText(id: string, objective: string, title: string | undefined, today: string): string {
  return `---
id: ${id}
title: ${JSON.stringify(title ?? toWrite('the title'))}
standfirst: "${toWrite('one or two sentences under the title')}"
objectives:
  - id: ${objective}
    text: "${toWrite('what the reader can do afterwards, verb first')}"
claims: []
cases: []
reviewedOn: ${today}
---

${toWrite('a situation: an engineer with a decision on the desk')}

## ${toWrite('the first idea')}

${toWrite('one idea per paragraph, numbers with units and dates')}

<Checkpoint question="${toWrite('a pause to think')}">

${toWrite('the answer')}

</Checkpoint>

## ${toWrite('what it does not show')}

${toWrite('where the idea ends, and what would change it')}
`;
}
