import { describe, expect, test } from 'vitest';
import { parseYaml } from './parse-yaml';

const problemsOf = (text: string) => parseYaml(text, 'a.yaml').problems;

describe('reading YAML', () => {
  test('gives the value and the line of each path', () => {
    const { value, problems, lineOf } = parseYaml('items:\n  - id: one\n  - id: two\n', 'a.yaml');
    expect(problems).toEqual([]);
    expect(value).toEqual({ items: [{ id: 'one' }, { id: 'two' }] });
    expect(lineOf(['items', 1, 'id'])).toBe(3);
    expect(lineOf(['items', 1, 'key'])).toBe(3);
  });

  test('leaves dates and words such as no as text', () => {
    expect(parseYaml('on: 2026-11-21\nno: no\n', 'a.yaml').value).toEqual({ on: '2026-11-21', no: 'no' });
  });

  test('names the line of a syntax error', () => {
    expect(problemsOf('a: 1\nb: [1, 2\nc: 3\n')[0]).toMatchObject({ file: 'a.yaml', path: 'line 3' });
  });

  test('refuses the same key twice', () => {
    expect(problemsOf('a: 1\na: 2\n')).toHaveLength(1);
  });

  test('refuses a file above one MiB without parsing it', () => {
    expect(problemsOf(`a: ${'x'.repeat(1024 * 1024)}`)[0]?.message).toMatch(
      /1048579 bytes long, expected at most 1048576/,
    );
  });

  test('refuses an alias bomb before it unfolds', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 12; level += 1) {
      const name = String.fromCharCode(97 + level);
      const before = String.fromCharCode(96 + level);
      bomb.push(`${name}: &${name} [${new Array(9).fill(`*${before}`).join(', ')}]`);
    }
    const { value, problems } = parseYaml(bomb.join('\n'), 'a.yaml');
    expect(value).toBeUndefined();
    expect(problems[0]).toMatchObject({
      path: 'line 2',
      message: 'refers to an anchor (*a), expected the text itself',
    });
  });

  test.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s, however deep', (key) => {
    expect(problemsOf(`a:\n  - ${key}: { isAdmin: true }\n`)[0]).toMatchObject({ path: 'line 2' });
    expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false);
  });

  test('refuses tags', () => {
    expect(problemsOf('a: !!js/function "x"\n')).toHaveLength(1);
  });

  test.each([
    ['a colon without quotes', 'a: text: more\n', 'a text holds ": " without quotes'],
    ['a tab', 'a:\n\tb: 1\n', 'a tab indents this line'],
    ['a field twice', 'a: 1\na: 2\n', 'this field stands here twice'],
  ])('says in plain words: %s', (_name, text, words) => {
    expect(problemsOf(text)[0]?.message).toContain(`is not valid YAML: ${words}`);
  });

  test('says that a tower of brackets is too deep', () => {
    expect(problemsOf('['.repeat(200_000))[0]?.message).toMatch(/nested too deeply/);
  });
});
