import { describe, expect, test } from 'vitest';
import { ComponentIdSchema } from '@/schemas/ids';
import { completeHandIn, missingParts, missingWords } from './missing-parts';
import { addHeadings, countOwnWords, TEMPLATE, TEMPLATE_HEADINGS } from './record-template';

const components = [
  { id: ComponentIdSchema.parse('api'), name: 'The API' },
  { id: ComponentIdSchema.parse('worker'), name: 'The worker' },
];

describe('the template', () => {
  test('its headings alone are no words, and words under them count', () => {
    expect(countOwnWords(TEMPLATE)).toBe(0);
    expect(countOwnWords(TEMPLATE.replace('## Numbers', '## Numbers\n250 − 70 = 180 ms'))).toBe(4);
  });

  test("headings of the writer's own are words", () => {
    expect(countOwnWords('## Why Go')).toBe(2);
  });

  test('adding headings keeps what is written and adds only what is missing', () => {
    const text = '## numbers\n180 ms are left.';
    const added = addHeadings(text);
    expect(added.startsWith(text)).toBe(true);
    expect(added.match(/^## numbers$/gim)).toHaveLength(1);
    for (const heading of TEMPLATE_HEADINGS.filter((line) => line !== '## Numbers')) expect(added).toContain(heading);
    expect(addHeadings(added)).toBe(added);
  });
});

describe('what is missing before handing in', () => {
  test('each open choice, the boundary and the text are named in reading order', () => {
    const handIn = { choices: { api: 'go' as const }, explanation: TEMPLATE };
    expect(missingParts(handIn, components)).toEqual([
      { words: 'a choice for The worker', target: 'choice-worker' },
      { words: 'the boundary', target: 'boundary' },
      { words: 'the written record', target: 'record' },
    ]);
    expect(completeHandIn(handIn, components)).toBeNull();
    expect(missingWords(missingParts(handIn, components))).toBe(
      'a choice for The worker, the boundary, the written record',
    );
    expect(missingWords(missingParts({ choices: {}, boundary: 'none', explanation: 'x' }, components))).toBe(
      '2 choices',
    );
  });

  test('a complete record carries exactly the choices of this scenario', () => {
    const handIn = {
      choices: { api: 'go', worker: 'either', gone: 'rust' } as const,
      boundary: 'queue' as const,
      explanation: 'Because.',
    };
    expect(completeHandIn(handIn, components)).toEqual({
      choices: { api: 'go', worker: 'either' },
      boundary: 'queue',
      explanation: 'Because.',
    });
  });
});
