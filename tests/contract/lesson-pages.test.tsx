import { readFileSync } from 'node:fs';
import { getMDXComponent } from 'mdx-bundler/client';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { lessonComponents } from '@/app/lessons/[id]/lesson-components';
import { compileLesson } from '@/course/compile-lesson';
import { KNOWN_COMPONENTS, KNOWN_LANGUAGES } from '@/course/known-components';
import { listingId, listListings } from '@/course/listings';
import { loadCourse } from '@/course/load-course';
import { selectClaim } from '@/course/select';
import type { Course } from '@/schemas/course';
import { LessonIdSchema } from '@/schemas/ids';
import { leaksIn, secretsOf } from './canaries';

let course: Course;
let pages: { id: string; html: string }[];
beforeAll(async () => {
  course = (await loadCourse()).course;
  pages = await Promise.all(
    course.lessons.map(async (loaded) => {
      const components = lessonComponents(course, loaded.lesson.id);
      const Content = getMDXComponent(await compileLesson(loaded, course.glossary));
      return { id: loaded.lesson.id, html: renderToStaticMarkup(createElement(Content, { components })) };
    }),
  );
});

describe('the text of every lesson, rendered with its parts', () => {
  test('holds no key, rationale, descriptor or answer', () => {
    const secrets = secretsOf(course);
    expect(pages.length).toBeGreaterThan(0);
    for (const { id, html } of pages) expect({ id, leaks: leaksIn(html, secrets) }).toEqual({ id, leaks: [] });
  });

  test('shows the card of each claim it teaches, or names its id', () => {
    for (const { lesson } of course.lessons) {
      const html = pages.find(({ id }) => id === lesson.id)?.html ?? '';
      const absent = lesson.claims.filter((id) => !html.includes(id) && !html.includes(selectClaim(course, id).claim));
      expect({ lesson: lesson.id, absent }).toEqual({ lesson: lesson.id, absent: [] });
    }
  });
});

test('every listing that a lesson shows can be found again by the id under which it is reported', () => {
  let listings = 0;
  for (const { lesson, mdx } of course.lessons) {
    const html = pages.find(({ id }) => id === lesson.id)?.html ?? '';
    const shown = [...html.matchAll(/id="listing-([0-9a-f]{12})"/g)].map(([, id]) => id);
    const known = listListings(mdx).map((code) => String(listingId(code)));
    expect({ lesson: lesson.id, unknown: shown.filter((id) => !known.includes(id ?? '')) }).toEqual({
      lesson: lesson.id,
      unknown: [],
    });
    listings += shown.length;
  }
  expect(listings).toBeGreaterThan(10);
});

describe('what an author may use', () => {
  test('is what the page provides', () => {
    const provided = Object.keys(lessonComponents(course, LessonIdSchema.parse('one'))).filter((name) =>
      /^[A-Z]/.test(name),
    );
    expect(provided.sort()).toEqual([...KNOWN_COMPONENTS].sort());
  });

  test('is what the guide for authors names', () => {
    const guide = readFileSync('docs/authoring.md', 'utf8');
    expect(KNOWN_COMPONENTS.filter((name) => !guide.includes(`<${name}`))).toEqual([]);
    expect(KNOWN_LANGUAGES.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
  });
});
