import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { GET } from '@/app/api/cases/route';
import { CaseAside } from '@/app/cases/[id]/case-aside';
import { CaseEntry } from '@/app/cases/[id]/case-entry';
import { generateMetadata } from '@/app/cases/[id]/page';
import { CaseRow } from '@/app/cases/case-row';
import { CONSTRAINT_WORD, caseBoundaryName, DIRECTION_WORD } from '@/components/case/case-words';
import { selectCaseContext } from '@/course/case-context';
import { loadCourse } from '@/course/load-course';
import { CaseBoundarySchema, CaseCitationsSchema, limitLine, toPublicCase } from '@/schemas/case';
import type { Course } from '@/schemas/course';
import { leaksIn, readable, secretsOf } from './canaries';

let course: Course;
let pages: { id: string; html: string }[];
beforeAll(async () => {
  course = (await loadCourse()).course;
  pages = course.cases.map((found) => {
    const entry = toPublicCase(found);
    const { lessons } = selectCaseContext(course, found);
    const html = renderToStaticMarkup(
      <>
        <CaseRow entry={entry} limit={limitLine(entry)} />
        <CaseEntry entry={entry} />
        <CaseAside id={entry.id} readings={entry.readings} lessons={lessons} />
      </>,
    );
    return { id: entry.id, html };
  });
}, 30_000);

describe('the page of every case', () => {
  test('holds its whole entry and a place for what it does not show', () => {
    expect(pages).toHaveLength(48);
    for (const { title, decision, sections, id } of course.cases) {
      const html = readable(pages.find((page) => page.id === id)?.html ?? '');
      const absent = [title, decision, ...sections.flatMap(({ text }) => text.split(/;\s/))].filter(
        (text) => !html.includes(readable(text)),
      );
      expect(html).toContain('what it does not show');
      expect({ id, absent }).toEqual({ id, absent: [] });
    }
  });

  test('names no exercise that the case bears on, and holds no secret of any', () => {
    const secrets = secretsOf(course);
    expect(course.cases.some(({ scenarios }) => scenarios.length > 0)).toBe(true);
    for (const { id, html } of pages) {
      expect({ id, leaks: leaksIn(html, secrets).map(({ text }) => text) }).toEqual({ id, leaks: [] });
      expect(html).not.toMatch(/\bS\d\d\b/);
    }
  });

  test('has a title and a description of its own', async () => {
    const found = await Promise.all(
      course.cases.map(({ id }) => generateMetadata({ params: Promise.resolve({ id }) })),
    );
    expect(new Set(found.map(({ title }) => String(title))).size).toBe(48);
    expect(new Set(found.map(({ description }) => description)).size).toBe(48);
  });
});

test('every value of a facet is used by a case or is a choice of the decision board', () => {
  const used = (facet: 'constraints' | 'boundaries' | 'directions') =>
    new Set<string>(course.cases.flatMap(({ facets }) => facets[facet]));
  expect([...used('constraints')].sort()).toEqual(Object.keys(CONSTRAINT_WORD).sort());
  expect([...used('directions')].sort()).toEqual(Object.keys(DIRECTION_WORD).sort());
  expect(CaseBoundarySchema.options.filter((boundary) => !used('boundaries').has(boundary))).toEqual(['queue']);
});

test('the guide for authors explains every value of a facet', () => {
  const guide = readFileSync('docs/authoring.md', 'utf8');
  const values = [...Object.keys(CONSTRAINT_WORD), ...Object.keys(DIRECTION_WORD), ...CaseBoundarySchema.options];
  expect(values.filter((value) => !guide.includes(`\`${value}\``))).toEqual([]);
  expect(CaseBoundarySchema.options.map(caseBoundaryName).filter((name) => !name)).toEqual([]);
});

test('the list to cite from holds every case, by id, title and one line, and nothing else', async () => {
  const reply = await GET();
  const { cases } = CaseCitationsSchema.parse(await reply.json());
  expect(cases.map(({ id }) => id)).toEqual(course.cases.map(({ id }) => id));
  expect(cases.filter(({ limit }) => limit !== null && limit.length > 240)).toEqual([]);
});
