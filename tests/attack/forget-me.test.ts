import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { loadCourse } from '@/course/load-course';
import { EMPTY_DECISION } from '@/schemas/decision';
import { modelRecord } from '../support/sample-record';
import { type Answered, newGuestVisitor, Visitor } from '../support/visitor';

/**
 * 40 of the forty, at the running app: a person takes everything away that is about them, and after their deletion no file
 * of the data folder holds a word of theirs. tests/integration/own-data.test.ts goes through the tables.
 */
const NAME = 'Wilhelmina Bandicootson';
const EMAIL = 'wilhelmina.bandicootson@example.org';
const WORDS = ['Bilbyexplanation', 'Bilbydraft', 'Bilbydecision', 'Bilbyreport'] as const;

/** The words that stand in some file under the data folder, whatever it is called. */
function wordsOnDisk(words: readonly string[]): string[] {
  const folder = inject('appDataDir');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(0);
  const contents = files.map((entry) => readFileSync(join(entry.parentPath, entry.name)));
  return words.filter((word) => contents.some((content) => content.includes(word)));
}

async function live(person: Visitor): Promise<void> {
  const ok = async (reply: Promise<Answered>) => {
    const { status } = await reply;
    expect(status).toBeLessThan(300);
  };
  const send = (method: string, path: string, body: unknown) => ok(person.send(method, path, { body }));
  const { course } = await loadCourse();
  await send('POST', '/api/auth/sign-up/email', { name: NAME, email: EMAIL, password: 'a long enough phrase' });
  const explanation = `We take Go. ${'Bilbyexplanation says why. '.repeat(300)}`;
  await send('POST', '/api/submissions', { scenarioId: 'S01', handIn: { ...modelRecord(course, 'S01'), explanation } });
  const draft = { choices: {}, explanation: 'Bilbydraft '.repeat(400) };
  await send('PUT', '/api/drafts/S03', { baseVersion: 0, handIn: draft });
  await send('POST', '/api/decisions', { record: { ...EMPTY_DECISION, title: 'Bilbydecision' } });
  const [loaded] = course.lessons;
  const about = { kind: 'item', lessonId: loaded?.lesson.id, itemId: loaded?.quiz.items[0]?.id };
  await send('POST', '/api/reports', { about, kind: 'typo', text: 'Bilbyreport about a word' });
}

test('the export holds everything, and after deletion no file holds anything', async () => {
  const url = inject('appUrl');
  const person = new Visitor(url);
  await live(person);
  const all = [NAME, EMAIL, ...WORDS];
  expect(wordsOnDisk(all)).toEqual(all);

  for (const format of ['json', 'md']) {
    const text = (await person.get(`/api/export?format=${format}`)).text;
    expect(
      all.filter((word) => !text.includes(word)),
      format,
    ).toEqual([]);
  }
  const stranger = await newGuestVisitor(url);
  const other = (await stranger.get('/api/export?format=json')).text;
  expect(all.filter((word) => other.includes(word))).toEqual([]);

  const gone = await person.send('POST', '/api/account/deletion', {
    body: { confirm: 'delete', password: 'a long enough phrase' },
  });
  expect(gone.status).toBe(200);
  // While somebody reads, the log of the database is kept; the next deletion clears it.
  for (let tries = 0; tries < 10 && wordsOnDisk(all).length > 0; tries += 1) {
    const guest = await newGuestVisitor(url);
    expect((await guest.send('POST', '/api/account/deletion', { body: { confirm: 'delete' } })).status).toBe(200);
  }
  expect(wordsOnDisk(all)).toEqual([]);
  for (const word of WORDS) {
    const found = await (await fetch(new URL(`/api/search?q=${word}`, url))).text();
    expect(found).not.toContain(word.repeat(2));
    expect(found).not.toMatch(new RegExp(`"text":"[^"]*${word}`));
  }
});
