import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getMDXComponent } from 'mdx-bundler/client';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { compileLesson } from '@/course/compile-lesson';
import { compiledStore } from '@/course/compiled-store';

const render = async (mdx: string) =>
  renderToStaticMarkup(createElement(getMDXComponent(await compileLesson({ mdx, file: 'lesson.mdx' }, []))));

describe('a compiled lesson', () => {
  test('colours Go and Rust for both themes, with no script', async () => {
    const html = await render('```go\nfunc main() {}\n```\n\n```rust\nfn main() { let x: u8 = 1; }\n```\n');
    expect(html).toContain('data-language="go"');
    expect(html).toContain('data-language="rust"');
    expect(html.match(/--shiki-light:#CF222E;--shiki-dark:#FF7B72/g)?.length).toBeGreaterThanOrEqual(3);
    expect(html).not.toContain('<script');
  });

  test('marks the lines that the fence names and keeps its title', async () => {
    const html = await render('```go {1,3-4} title="cache.go"\na()\nb()\nc()\nd()\n```\n');
    const marks = [...html.matchAll(/<span class="line"( data-marked="")?/g)].map((match) => match[1] !== undefined);
    expect(marks).toEqual([true, false, true, true]);
    expect(html).toContain('data-title="cache.go"');
  });

  test('leaves a fence without a language uncoloured but framed', async () => {
    expect(await render('```\np99 31 ms\n```\n')).toContain('data-language="text"');
  });

  test('renders tables', async () => {
    expect(await render('| part | ms |\n| - | - |\n| SQL | 70 |\n')).toContain('<td>70</td>');
  });

  test('is compiled once per text', () => {
    const lesson = { mdx: 'The same text.', file: 'lesson.mdx' };
    expect(compileLesson(lesson, [])).toBe(compileLesson({ ...lesson }, []));
  });

  test('is read from a store that has it, and put there once compiled', async () => {
    const root = mkdtempSync(join(tmpdir(), 'defensible-compiled-'));
    const lesson = { mdx: 'A text for the store.', file: 'lesson.mdx' };
    const code = await compileLesson(lesson, [], compiledStore(root));
    const files = readdirSync(join(root, '.next/lessons'));
    expect(files).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.js$/)]);
    expect(readFileSync(join(root, '.next/lessons', files[0] ?? ''), 'utf8')).toBe(code);
    const stored = { read: async () => 'stored', write: async () => expect.unreachable('nothing to write') };
    expect(await compileLesson({ ...lesson, mdx: 'Another text.' }, [], stored)).toBe('stored');
    rmSync(root, { recursive: true });
  });

  test('names file and line where it cannot be compiled', async () => {
    await expect(compileLesson({ mdx: '\n\n<Aside>\n', file: 'lessons/a/lesson.mdx' }, [])).rejects.toThrow(
      /lessons\/a\/lesson\.mdx → line 3: cannot be compiled: Expected a closing tag/,
    );
  });
});
