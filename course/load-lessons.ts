import { quizMinutes } from '@/grader/estimate-minutes';
import type { LoadedLesson } from '@/schemas/course';
import { type CourseOutline, LessonSchema, type Module } from '@/schemas/lesson';
import { QuizSchema } from '@/schemas/quiz';
import type { Term } from '@/schemas/term';
import type { ContentFile } from './content-files';
import { estimateReading } from './estimate-reading';
import { inspectLesson } from './inspect-lesson';
import type { MdxContents } from './inspect-mdx';
import { COURSE_FILES, OUTLINE_FILE } from './load-outline';
import { parseWithSchema } from './parse-with-schema';
import { type ParsedYaml, parseYaml } from './parse-yaml';
import type { Problem } from './problem';
import { splitFrontMatter } from './split-front-matter';
import { type TermMatcher, termMatcher } from './term-matcher';

/** A lesson with what the checks need beside it: the contents of its text, and lines for paths in its quiz. */
export interface InspectedLesson {
  readonly loaded: LoadedLesson;
  readonly contents: MdxContents;
  readonly quizFile: string;
  readonly quizYaml: ParsedYaml;
}

const LESSON_FILE = /^lessons\/([^/]+)\/(\d\d-[^/]+)\/(lesson\.mdx|quiz\.yaml)$/;

/** Reads the lesson folders of every module, in the order of the outline and of their numbers. */
export async function loadLessons(files: readonly ContentFile[], outline: CourseOutline, glossary: readonly Term[]) {
  const problems: Problem[] = [];
  const matcher = termMatcher(glossary);
  const own = files.filter(({ file }) => file.startsWith('lessons/') && !COURSE_FILES.includes(file));
  for (const { file } of own) {
    const folder = LESSON_FILE.exec(file)?.[1];
    if (!folder)
      problems.push({
        file,
        path: '',
        message: 'belongs to no lesson, expected lessons/<module>/<01-lesson>/lesson.mdx or quiz.yaml',
      });
    else if (!outline.modules.some((module) => module.folder === folder))
      problems.push({
        file,
        path: '',
        message: `lies in ${folder}/, expected the folder of a module that ${OUTLINE_FILE} lists`,
      });
  }
  const lessons: InspectedLesson[] = [];
  for (const module of outline.modules) {
    const names = new Set(own.flatMap(({ file }) => namesIn(file, module)));
    for (const name of [...names].sort()) {
      const lesson = await loadLesson(module, `lessons/${module.folder}/${name}`, own, { matcher, problems });
      if (lesson) lessons.push(lesson);
    }
  }
  return { lessons, problems };
}

function namesIn(file: string, module: Module): string[] {
  const match = LESSON_FILE.exec(file);
  return match?.[1] === module.folder && match[2] ? [match[2]] : [];
}

interface Reading {
  readonly matcher: TermMatcher;
  readonly problems: Problem[];
}

async function loadLesson(module: Module, folder: string, files: readonly ContentFile[], reading: Reading) {
  const { problems } = reading;
  const text = (file: string) => files.find((candidate) => candidate.file === file)?.text;
  const file = `${folder}/lesson.mdx`;
  const quizFile = `${folder}/quiz.yaml`;
  const source = text(file);
  const quizSource = text(quizFile);
  if (source === undefined) problems.push({ file, path: '', message: 'is missing, expected beside quiz.yaml' });
  if (quizSource === undefined)
    problems.push({ file: quizFile, path: '', message: 'is missing, expected beside lesson.mdx' });
  const read = source === undefined ? undefined : await readLesson(source, file, reading);
  const quizYaml = parseYaml(quizSource ?? '', quizFile);
  const quiz = quizSource === undefined ? { problems: [] } : parseWithSchema(QuizSchema, quizYaml, quizFile);
  problems.push(...quiz.problems);
  if (read && !folder.endsWith(`-${read.lesson.id}`))
    problems.push({
      file,
      path: 'id',
      message: `is ${read.lesson.id}, expected the name of its folder without the number`,
    });
  if (read && quiz.value && quiz.value.lesson !== read.lesson.id)
    problems.push({ file: quizFile, path: 'lesson', message: `is ${quiz.value.lesson}, expected ${read.lesson.id}` });
  if (!read || !quiz.value) return undefined;
  const { lesson, mdx, contents } = read;
  const { sections, terms } = contents;
  const minutes = {
    reading: lesson.minutes ?? estimateReading(contents),
    quiz: quizMinutes(quiz.value.items.map(({ type }) => type)),
  };
  const loaded: LoadedLesson = { lesson, module, mdx, sections, terms, file, quiz: quiz.value, minutes };
  return { loaded, contents, quizFile, quizYaml };
}

const MAX_BYTES = 1024 * 1024;

async function readLesson(source: string, file: string, { matcher, problems }: Reading) {
  const bytes = Buffer.byteLength(source);
  if (bytes > MAX_BYTES) {
    problems.push({
      file,
      path: '',
      message: `is ${bytes} bytes long, expected at most ${MAX_BYTES}; split the lesson`,
    });
    return undefined;
  }
  const split = splitFrontMatter(source);
  if (!split) {
    problems.push({
      file,
      path: 'line 1',
      message: 'has no front matter, expected --- on the first line, YAML, and --- again',
    });
    return undefined;
  }
  const { value: lesson, problems: headProblems } = parseWithSchema(LessonSchema, parseYaml(split.head, file, 2), file);
  problems.push(...headProblems);
  const { contents, bundled } = await inspectLesson(split.body, matcher);
  for (const { line, message } of contents.refusals) problems.push({ file, path: `line ${line}`, message });
  if (!bundled.ok) {
    // A refused import cannot be resolved either; one sentence about it is enough.
    if (contents.refusals.length === 0)
      problems.push({ file, path: `line ${bundled.line}`, message: `cannot be compiled: ${bundled.message}` });
    return undefined;
  }
  return lesson ? { lesson, mdx: split.body, contents } : undefined;
}
