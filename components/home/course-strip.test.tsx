import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { CourseStrip } from './course-strip';
import type { ModuleEntry } from './module-entry';

const lesson = (isRead: boolean, isMastered: boolean) => ({
  progress: { isRead, quiz: { total: 7, isMastered } },
});
const exercise = (isPassed: boolean) => ({ progress: { isPassed } });
/** Only what the strip reads. */
const entry = (title: string, lessons: object[], exercises: object[]) =>
  ({ id: title, title, lessons, exercises }) as unknown as ModuleEntry;

test('a column counts lessons, quizzes and one exercise of its module, and leads to its place in the list', () => {
  const html = renderToStaticMarkup(
    <CourseStrip
      modules={[
        entry('Evidence', [lesson(true, true), lesson(true, false)], [exercise(false), exercise(true)]),
        entry('Cost', [lesson(true, true)], []),
      ]}
    />,
  );
  expect(html).toContain('href="#module-1"');
  expect(html).toContain('aria-label="Module 1, Evidence: 4 of 5 steps"');
  expect(html).toContain('aria-label="Module 2, Cost: 2 of 2 steps"');
  expect(html.match(/data-whole/g)).toHaveLength(1);
});
