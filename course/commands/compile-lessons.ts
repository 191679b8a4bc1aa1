import { compileLesson } from '../compile-lesson';
import { compiledStore } from '../compiled-store';
import { loadCourse } from '../load-course';

/**
 * The last part of a build: every lesson compiled, so that nobody who opens one first waits for the compiler. What
 * cannot be compiled is left for `npm run check:content` and the server to report, each with file and line.
 */
const { course } = await loadCourse(process.cwd());
const store = compiledStore(process.cwd());
for (const lesson of course.lessons) await compileLesson(lesson, course.glossary, store).catch(() => undefined);
