import { describe, expect, test } from 'vitest';
import { type Segment, toBlocks, toSegments } from './segments';

const brief = (segments: readonly Segment[]) => segments.map(({ text, criteria }) => [text, criteria]);

describe('toSegments', () => {
  test('text without quotes is one segment', () => {
    expect(brief(toSegments('abc', []))).toEqual([['abc', []]]);
  });

  test('overlapping quotes share the stretch in the middle', () => {
    const segments = toSegments('0123456789', [
      { criterion: 1, start: 1, end: 6 },
      { criterion: 2, start: 4, end: 8 },
    ]);
    expect(brief(segments)).toEqual([
      ['0', []],
      ['123', [1]],
      ['45', [1, 2]],
      ['67', [2]],
      ['89', []],
    ]);
    expect(segments.map((segment) => segment.opens)).toEqual([[], [1], [2], [], []]);
  });

  test('adjacent quotes touch without sharing anything', () => {
    const spans = [
      { criterion: 2, start: 2, end: 4 },
      { criterion: 1, start: 0, end: 2 },
    ];
    expect(brief(toSegments('abcd', spans))).toEqual([
      ['ab', [1]],
      ['cd', [2]],
    ]);
  });

  test('a quote inside another one and two quotes of one criterion', () => {
    const spans = [
      { criterion: 3, start: 0, end: 6 },
      { criterion: 1, start: 2, end: 4 },
      { criterion: 3, start: 2, end: 4 },
    ];
    expect(brief(toSegments('abcdef', spans))).toEqual([
      ['ab', [3]],
      ['cd', [1, 3]],
      ['ef', [3]],
    ]);
  });

  test('a border inside a surrogate pair moves outwards, so no half character appears', () => {
    const text = 'a😀b';
    expect(brief(toSegments(text, [{ criterion: 1, start: 2, end: 4 }]))).toEqual([
      ['a', []],
      ['😀b', [1]],
    ]);
    expect(brief(toSegments(text, [{ criterion: 1, start: 0, end: 2 }]))).toEqual([
      ['a😀', [1]],
      ['b', []],
    ]);
  });

  test('offsets beyond the text are cut to it, empty quotes vanish', () => {
    const spans = [
      { criterion: 1, start: 2, end: 99 },
      { criterion: 2, start: 1, end: 1 },
    ];
    expect(brief(toSegments('abc', spans))).toEqual([
      ['ab', []],
      ['c', [1]],
    ]);
  });

  test('joined together the segments give every text back, whatever the quotes', () => {
    const text = 'Zwölf 😀 Boxkämpfer\r\njagen — Viktor 👩‍💻 quer';
    for (let start = 0; start < text.length; start += 3) {
      for (let end = start; end <= text.length; end += 4) {
        const spans = [
          { criterion: 1, start, end },
          { criterion: 2, start: Math.floor(start / 2), end: start + 5 },
        ];
        const joined = toSegments(text, spans)
          .map((segment) => segment.text)
          .join('');
        expect(joined).toBe(text);
      }
    }
  });
});

describe('toBlocks', () => {
  const text = '# Decision\nGo for all.\nOne queue.\n\n\n- first\n- second\n   \nEnd.';

  test('blank lines part paragraphs, headings stand alone, offsets stay those of the text', () => {
    const blocks = toBlocks(text, []);
    expect(blocks.map((block) => [block.kind, block.segments.map((segment) => segment.text).join('')])).toEqual([
      ['heading', '# Decision'],
      ['text', 'Go for all.\nOne queue.'],
      ['text', '- first\n- second'],
      ['text', 'End.'],
    ]);
    for (const block of blocks) expect(text.slice(block.start)).toMatch(block.segments[0]?.text ?? '');
  });

  test('a quote across two paragraphs is marked in both and numbered in both', () => {
    const start = text.indexOf('One');
    const blocks = toBlocks(text, [{ criterion: 4, start, end: text.indexOf('second') }]);
    expect(blocks.map((block) => block.criteria)).toEqual([[], [4], [4], []]);
  });

  test('an empty record has no blocks', () => {
    expect(toBlocks('  \n\n ', [])).toEqual([]);
  });
});
