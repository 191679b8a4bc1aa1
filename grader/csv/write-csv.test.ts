import { expect, test } from 'vitest';
import { inertText, isLive, writeCsv } from './write-csv';

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1', '=HYPERLINK("http://example.org")'])(
  '%j is not live any more',
  (text) => {
    expect(isLive(text)).toBe(true);
    expect(inertText(text)).toBe(`'${text}`);
    expect(isLive(inertText(text))).toBe(false);
  },
);

test.each(['Ada', '', 'a=b', '1-2', "O'Hara", 'ada@example.org'])('%j stays as it is', (text) => {
  expect(inertText(text)).toBe(text);
});

test('commas, quotes and line breaks are quoted; numbers stay numbers; null is empty', () => {
  expect(
    writeCsv([
      ['name', 'n'],
      ['Lovelace, "Ada"', -3],
      ['=cmd', null],
      ['two\nlines', 1.5],
    ]),
  ).toBe('\ufeffname,n\r\n"Lovelace, ""Ada""",-3\r\n\'=cmd,\r\n"two\nlines",1.5\r\n');
});
