import { compileLesson } from '../compile-lesson';
import { compiledStore, courseStore } from '../compiled-store';
import { loadCourse } from '../load-course';
import { storeCourse } from '../stored-course';

/**
 * The last part of a build: the course checked and every lesson compiled, so that nobody who opens a page first waits for
 * the compiler, and no server holds it. What is wrong is left for `npm run check:content` and the server to report, each
 * with file and line.
 */
const { course, problems } = await loadCourse(process.cwd());
if (problems.length === 0) await storeCourse(courseStore(process.cwd()), course);
const store = compiledStore(process.cwd());
for (const lesson of course.lessons) await compileLesson(lesson, course.glossary, store).catch(() => undefined);
