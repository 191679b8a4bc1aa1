import { copyFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseDatabase, database } from '@/server/db/database';
import { type OpenDatabase, openDatabase } from '@/server/db/open-database';
import { ENGINES, type Engine, freshDatabase, type TestDatabase } from '../support/databases';
import { teach } from '../support/fixture';
import { ROLE_NAMES } from '../support/people';
import { projectRoot } from '../support/project-files';
import { functionsWithActor, handlers, innerOnPages } from '../support/roles/exported';
import { HANDLERS, type HandlerEntry, PUBLIC_HANDLERS, paramsOf, requestOf } from '../support/roles/handlers';
import { INNER } from '../support/roles/inner';
import { answerTo, ask, isAsExpected, leaksOf } from '../support/roles/sight';
import { WHOLE_TABLE } from '../support/roles/whole-table';
import { makeWorld, type World } from '../support/roles/world';

/** On PostgreSQL the same functions read the same; what they write is checked on SQLite, where it can be put back. */
const isRead = (name: string) => /#(select|count|export|read)/.test(name);

/** A copy of a filled SQLite database, put in its place again after whatever an entry wrote. */
function copies(filled: TestDatabase) {
  if (filled.address.engine !== 'sqlite') throw new Error('only a file can be copied');
  const { file } = filled.address;
  // Beside it, because the secret of sessions lies there.
  const folder = dirname(file);
  let current: OpenDatabase | null = null;
  let count = 0;
  return {
    async fresh(): Promise<void> {
      await current?.close();
      count += 1;
      const copy = join(folder, `${count}.db`);
      copyFileSync(file, copy);
      current = openDatabase({ engine: 'sqlite', file: copy });
      chooseDatabase(current);
    },
    close: async () => current?.close(),
  };
}

async function changes(engine: Engine): Promise<number> {
  if (engine === 'postgres') return 0;
  const { rows } = await sql<{ n: number }>`select total_changes() as n`.execute(database());
  return rows[0]?.n ?? 0;
}

test('every function that is told who asks says in the table what each role gets, and no entry is left over', () => {
  const named = new Set([...Object.keys(WHOLE_TABLE), ...Object.keys(INNER)].map((name) => name.replace(/ .*/, '')));
  expect(functionsWithActor()).toEqual([...named].toSorted());
});

test('every handler does too, and no page or handler calls a function that asks for no role', () => {
  expect(handlers()).toEqual([...Object.keys(HANDLERS), ...Object.keys(PUBLIC_HANDLERS)].toSorted());
  expect(innerOnPages(Object.keys(INNER))).toEqual([]);
});

type Route = Readonly<Record<string, (request: Request, context: { params: Promise<object> }) => Promise<Response>>>;

/** Sends what a page of ours would send to the handler at an address. */
async function send(address: string, [, body, params]: HandlerEntry, world: World, cookies: Headers) {
  const [method = '', path = ''] = address.split(' ');
  const route = (await import(join(projectRoot, 'app', path, 'route.ts'))) as Route;
  const context = { params: Promise.resolve({ ...paramsOf(world), ...params?.(world) }) };
  return answerTo(await route[method]?.(requestOf(method, body?.(world) ?? {}, cookies), context));
}

describe.each(ENGINES)('who gets what on %s', (engine) => {
  let opened: TestDatabase;
  let world: World;
  let files: ReturnType<typeof copies> | null = null;
  beforeAll(async () => {
    opened = await freshDatabase(engine);
    await teach();
    world = await makeWorld();
    if (engine === 'postgres') return;
    await sql`pragma wal_checkpoint(truncate)`.execute(database());
    files = copies(opened);
    await files.fresh();
  });
  afterAll(async () => {
    await files?.close();
    await opened.discard();
  });

  const entries = Object.entries(WHOLE_TABLE).filter(([name]) => engine === 'sqlite' || isRead(name));
  test.each(entries)('%s', async (_name, [expected, run]) => {
    const wrong: string[] = [];
    for (const role of ROLE_NAMES) {
      const before = await changes(engine);
      const { answer, text } = await ask(() => run(world.people[role].actor, world));
      const hasWritten = (await changes(engine)) !== before;
      if (!isAsExpected(expected[role], answer)) wrong.push(`${role}: ${answer}, not ${expected[role]}`);
      for (const leak of leaksOf(text, role, expected[role], world)) wrong.push(`${role} is given the ${leak}`);
      if (hasWritten && answer === 'forbidden') wrong.push(`${role}: refused, yet it wrote`);
      if (hasWritten) await files?.fresh();
    }
    expect(wrong).toEqual([]);
  });

  const addresses = engine === 'sqlite' ? Object.entries(HANDLERS) : [];
  test.each(addresses)('%s', async (address, entry) => {
    const [expected] = entry;
    const nobody = await send(address, entry, world, new Headers());
    const wrong = nobody.answer === 'signin' ? [] : [`nobody: ${nobody.answer}`];
    for (const role of ROLE_NAMES) {
      const before = await changes(engine);
      const { answer, text } = await send(address, entry, world, world.people[role].headers);
      if (!isAsExpected(expected[role], answer)) wrong.push(`${role}: ${answer}, not ${expected[role]}: ${text}`);
      for (const leak of leaksOf(text, role, expected[role], world)) wrong.push(`${role} is given the ${leak}`);
      if ((await changes(engine)) !== before) await files?.fresh();
    }
    expect(wrong).toEqual([]);
  });

  test('a role that is taken away is gone with the next request, in the session that had it', async () => {
    const { reviewer } = world.people;
    const lease = 'PUT /api/instructor/reviews/[submissionId]/lease';
    const ask = async () => (await send(lease, HANDLERS[lease] as HandlerEntry, world, reviewer.headers)).answer;
    const setStatus = (status: string) =>
      database()
        .updateTable('enrolments')
        .set({ status })
        .where('learnerId', '=', reviewer.actor.learnerId)
        .where('role', '=', 'reviewer')
        .execute();
    expect(await ask()).toBe('yes');
    await setStatus('withdrawn');
    expect(await ask()).toBe('forbidden');
    await setStatus('active');
    expect(await ask()).toBe('yes');
    await files?.fresh();
  });
});
