import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type CourseCopy, copyCourse } from '@/tests/support/course-copy';
import { courseSource } from './course-source';
// Loaded on need by what is tested; here at once, so that no single test pays for it.
import './load-course';

let copy: CourseCopy;
beforeEach(async () => {
  copy = await copyCourse();
});
afterEach(() => copy.remove());

const LESSON = 'lessons/m01-first/01-one/lesson.mdx';

describe('the source of the course', () => {
  test('loads once where it is not live, even after a file changed', async () => {
    const select = courseSource({ root: copy.root, isLive: false, now: () => 0 });
    const first = await select();
    await copy.edit(LESSON, 'title: The first lesson', 'title: A new title');
    expect(await select()).toBe(first);
  });

  test('shows a saved change once half a second has passed', async () => {
    let clock = 0;
    const select = courseSource({ root: copy.root, isLive: true, now: () => clock });
    const first = await select();
    await copy.edit(LESSON, 'title: The first lesson', 'title: A longer new title');
    clock = 400;
    expect(await select()).toBe(first);
    clock = 600;
    const second = await select();
    expect(second.lessons[0]?.lesson.title).toBe('A longer new title');
    expect(second.contentHash).not.toBe(first.contentHash);
  });

  test('keeps the loaded course while no file changes', async () => {
    let clock = 0;
    const select = courseSource({ root: copy.root, isLive: true, now: () => clock });
    const first = await select();
    clock = 5_000;
    expect(await select()).toBe(first);
  });

  test('with a store takes what was checked before, and reads anew after a file changed', async () => {
    const texts = new Map<string, string>();
    const store = {
      read: async (key: string) => texts.get(key) ?? null,
      write: async (key: string, text: string) => void texts.set(key, text),
    };
    const source = () => courseSource({ root: copy.root, isLive: false, now: () => 0, store });
    const first = await source()();
    expect(texts.size).toBe(1);
    const again = await source()();
    expect(again).not.toBe(first);
    expect(again).toStrictEqual(first);
    expect(again.lessons[0]?.module).toBe(again.outline.modules[0]);
    for (const [key, text] of texts) texts.set(key, text.replaceAll('The first lesson', 'The stored lesson'));
    expect((await source()()).lessons[0]?.lesson.title).toBe('The stored lesson');
    for (const [key, text] of texts) texts.set(key, text.slice(0, 100));
    expect(await source()()).toStrictEqual(first);
    await copy.edit(LESSON, 'title: The first lesson', 'title: A new title');
    expect((await source()()).lessons[0]?.lesson.title).toBe('A new title');
  });

  test('never stores a broken course', async () => {
    const written: string[] = [];
    const store = { read: async () => null, write: async (key: string) => void written.push(key) };
    await copy.edit(LESSON, 'minutes: 2', 'minutes: 500');
    const select = courseSource({ root: copy.root, isLive: false, now: () => 0, store });
    await expect(select()).rejects.toThrow(/one problem/);
    expect(written).toEqual([]);
  });

  test('refuses a broken course with every problem in one message, and recovers after the mend', async () => {
    let clock = 0;
    const select = courseSource({ root: copy.root, isLive: true, now: () => clock });
    await copy.edit(LESSON, 'minutes: 2', 'minutes: 500');
    await copy.edit('exercises/S01/scenario.yaml', 'difficulty: 1', 'difficulty: 9');
    await expect(select()).rejects.toThrow(/2 problems[\s\S]*lesson\.mdx → minutes[\s\S]*scenario\.yaml → difficulty/);
    await copy.edit(LESSON, 'minutes: 500', 'minutes: 2');
    await copy.edit('exercises/S01/scenario.yaml', 'difficulty: 9', 'difficulty: 1');
    clock = 1_000;
    expect((await select()).lessons).toHaveLength(1);
  });
});
