import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { evaluateFormula } from '@/course/evaluate-formula';
import { splitFrontMatter } from '@/course/split-front-matter';
import { ContraryFileSchema } from '@/schemas/contrary';
import { ItemSchema } from '@/schemas/item';
import { PathsFileSchema } from '@/schemas/learning-path';
import { LessonSchema } from '@/schemas/lesson';
import { ModelAnswerSchema } from '@/schemas/model-answer';
import { PanelSchema } from '@/schemas/panel';
import { PlacementFileSchema } from '@/schemas/placement';
import { ProbesSchema } from '@/schemas/probe';
import { RereadSchema } from '@/schemas/reread';
import { ProfileSchema, SampleSchema } from '@/schemas/sample';
import { TermSchema } from '@/schemas/term';
import { TwistsFileSchema } from '@/schemas/twist';
import { VariantsSchema } from '@/schemas/variant';

const guide = readFileSync('docs/authoring.md', 'utf8');
const blocks = (language: string) =>
  [...guide.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map((match) => match[1] ?? '');

const base = { id: 'an-item', stem: 'What?', claims: ['A-III-2'], objectives: ['an-objective'], rationale: 'Because.' };
const examples = blocks('yaml')
  .filter((text) => /^ {4}type:/.test(text))
  .map((text) => ({ ...base, ...z.record(z.string(), z.unknown()).parse(parse(text)) }));

test('the guide shows one example of every item type, and each is a valid item', () => {
  const types = examples.map((example) => ItemSchema.parse(example).type);
  expect(types.sort()).toEqual(ItemSchema.options.map((option) => option.shape.type.value).sort());
});

test('the head of the example lesson is a valid head', () => {
  const head = splitFrontMatter(blocks('mdx')[0] ?? '')?.head ?? '';
  expect(LessonSchema.parse(parse(head)).id).toBe('where-the-milliseconds-go');
});

test('the example probes are a valid file, and their figure is what its formula gives', () => {
  const probes = ProbesSchema.parse(parse(blocks('yaml').find((text) => text.startsWith('scenario: S99')) ?? ''));
  expect(probes.quantities.map(({ formula }) => evaluateFormula(formula))).toEqual([
    expect.closeTo(probes.quantities[0]?.value ?? 0, 1),
  ]);
});

test('the example of what to read again is valid', () => {
  const file = blocks('yaml').find((text) => text.includes('cases: [C33]')) ?? '';
  expect(RereadSchema.parse(parse(file)).criteria.map(({ claims }) => claims.length)).toEqual([2]);
});

test('the example path and the example placement are valid', () => {
  const paths = PathsFileSchema.parse(parse(blocks('yaml').find((text) => text.startsWith('paths:')) ?? ''));
  expect(paths.paths[0]?.steps.map(({ module }) => module)).toEqual(['M3']);
  const placement = PlacementFileSchema.parse(
    parse(blocks('yaml').find((text) => text.startsWith('items:\n  - {')) ?? ''),
  );
  expect(placement.items).toHaveLength(2);
});

test('the example of variants is valid', () => {
  const file = blocks('yaml').find((text) => text.startsWith('# exercises/S99/variants.yaml')) ?? '';
  expect(VariantsSchema.parse(parse(file)).figures.map(({ id }) => id)).toEqual(['peak', 'limit', 'share', 'weeks']);
});

test('the example of a model answer is valid', () => {
  const file = blocks('yaml').find((text) => text.startsWith('# exercises/S99/model-answers.yaml')) ?? '';
  expect(ModelAnswerSchema.parse(parse(file).usual).boundary).toBe('none');
});

test('the example sample is valid, and the guide explains every profile', () => {
  expect(SampleSchema.parse(parse(blocks('yaml').find((text) => text.startsWith('title: ')) ?? '')).model).toBe(true);
  expect(ProfileSchema.options.filter((profile) => !guide.includes(`\`${profile}\``))).toEqual([]);
});

test('the example of a term is valid', () => {
  const file = blocks('yaml').find((text) => text.startsWith('- id: gc-pause')) ?? '';
  expect(
    z
      .array(TermSchema)
      .parse(parse(file))
      .map(({ also }) => also),
  ).toEqual([['stop the world']]);
});

test('the example of a panel is valid', () => {
  const file = blocks('yaml').find((text) => text.startsWith('# exercises/S99/panel.yaml')) ?? '';
  expect(PanelSchema.parse(parse(file)).reviewers.map(({ id }) => id)).toEqual(['operations', 'finance']);
});

test('the example of twist rounds is valid', () => {
  const file = blocks('yaml').find((text) => text.startsWith('# exercises/S99/twists.yaml')) ?? '';
  expect(TwistsFileSchema.parse(parse(file)).twists.map(({ id }) => id)).toEqual(['S99-T1']);
});

test('the example of the other side is valid but for its second case', () => {
  const file = blocks('yaml').find((text) => text.startsWith('# exercises/S99/contrary.yaml')) ?? '';
  const { scenario, cases } = parse(file);
  expect(ContraryFileSchema.parse({ scenario, cases: [...cases, ...cases] }).cases[0]?.side).toBe('go');
  expect(cases[0].case.split(/\s+/).length).toBeGreaterThanOrEqual(60);
});
