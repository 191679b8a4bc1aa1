import { expect, test } from 'vitest';
import { markOf } from './current-link';

const LINKS = ['/instructor', '/instructor/regrades', '/instructor/trust'].map((href) => ({ href }));
const marked = (path: string) => LINKS.map(({ href }) => markOf(href, path, LINKS));

test.each([
  ['/instructor', ['page', undefined, undefined]],
  ['/instructor/regrades', [undefined, 'page', undefined]],
  ['/instructor/regrades/r-1', [undefined, 'true', undefined]],
  ['/instructor/trust/calibration/c-1', [undefined, undefined, 'true']],
  ['/instructor/regrades-of-old', [undefined, undefined, undefined]],
  ['/instructor/learners/l-1', [undefined, undefined, undefined]],
])('%s marks the part of the desk it belongs to', (path, expected) => {
  expect(marked(path)).toEqual(expected);
});
