import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chooseDatabase, database } from '@/server/db/database';
import { migrate } from '@/server/db/migrate';
import { type OpenDatabase, openDatabase } from '@/server/db/open-database';
import { type App, startApp } from '../support/app';
import { assign, DAY, enrol, newCohort } from '../support/assignments';
import { EXERCISE, realHandIn } from '../support/attack/real-exercise';
import { shiftedBy } from '../support/attack/shifted-clock';
import { browserOf } from '../support/attack/world';
import { teach } from '../support/fixture';
import { newAccount, newInstructor, type Person } from '../support/people';

let dataDir: string;
let opened: OpenDatabase;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'defensible-clock-'));
  opened = openDatabase({ engine: 'sqlite', file: join(dataDir, 'defensible.db') });
  chooseDatabase(opened);
  await migrate(opened);
  await teach();
});
afterAll(async () => {
  await opened.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function handInAt(app: App, learner: Person, text: string, pressedAt: number): Promise<string> {
  const body = { scenarioId: EXERCISE, handIn: realHandIn(text), pressedAt };
  const reply = await browserOf(learner, app.baseURL).send('POST', '/api/submissions', { body });
  expect(reply.status, reply.text).toBe(201);
  return (JSON.parse(reply.text) as { submissionId: string }).submissionId;
}

const timesOf = (id: string) =>
  database()
    .selectFrom('submissions')
    .select(['submittedAt', 'pressedAt'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

test('29 the clock of the server decides what is late, a day ahead and a day behind, and a browser’s decides nothing', async () => {
  const [staff, learner, cohort] = [await newInstructor(), await newAccount(), await newCohort()];
  await enrol(learner, cohort);
  const dueAt = Date.now() + DAY / 2;
  await assign(staff, cohort, { opensAt: Date.now() - 3 * DAY, dueAt, title: 'Before the review' });

  const ahead = await startApp({ dataDir, env: shiftedBy(1) });
  const pressedAt = dueAt - 60_000;
  const late = await handInAt(ahead, learner, 'Pressed in time, says the browser.', pressedAt);
  const stored = await timesOf(late);
  expect(stored.pressedAt).toBe(pressedAt);
  expect(Math.abs(stored.submittedAt - Date.now() - DAY)).toBeLessThan(60_000);
  const own = await browserOf(learner, ahead.baseURL).get('/assignments');
  expect(own.text).toMatch(/overdue|late/i);
  const read = await browserOf(staff, ahead.baseURL).get(`/instructor/results/${late}`);
  expect(read.text).toContain('by the clock of the writer’s device');
  await ahead.stop();

  const behind = await startApp({ dataDir, env: shiftedBy(-1) });
  const early = await handInAt(behind, learner, 'Pressed a year later, says the browser.', Date.now() + 365 * DAY);
  expect(Math.abs((await timesOf(early)).submittedAt - Date.now() + DAY)).toBeLessThan(60_000);
  // What was received by a clock that ran ahead is still there and readable, with a session from the time between.
  for (const id of [late, early]) {
    expect((await browserOf(staff, behind.baseURL).get(`/instructor/results/${id}`)).status).toBe(200);
    expect((await browserOf(learner, behind.baseURL).get(`/results/${id}`)).status).toBe(200);
  }
  await behind.stop();
}, 300_000);
