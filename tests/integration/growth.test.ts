import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TABLES_OF_LEARNER } from '@/server/delete-learners';
import { ENGINES, freshDatabase, type TestDatabase } from '../support/databases';
import { teach } from '../support/fixture';
import { actorOf, newGuest, ROLE_NAMES } from '../support/people';
import { logQueries, scansOf } from '../support/query-log';
import { WHOLE_TABLE } from '../support/roles/whole-table';
import { makeWorld } from '../support/roles/world';

/** Whoever an entry gives something; deleting oneself comes last. */
const entries = (role: 'learner' | 'owner' | 'lead') =>
  Object.entries(WHOLE_TABLE)
    .filter(([, [expected]]) => ['yes', 'own', 'empty'].includes(expected[role]))
    .toSorted(
      ([one], [other]) => Number(one.startsWith('delete-account')) - Number(other.startsWith('delete-account')),
    );

const GROWING = new Set<string>([
  ...TABLES_OF_LEARNER,
  ...['learners', 'user', 'session', 'account', 'item_responses', 'grades', 'grade_events', 'grade_criteria'],
  ...['grade_beliefs', 'opinions', 'predictions', 'reviews', 'review_entries', 'review_leases', 'review_notes'],
  ...['alike_texts', 'regrade_lines', 'audit_entries', 'jobs'],
]);
/** Tables in that list that do not grow with learners. */
const SMALL = ['owners'];

/** What is left, and why it may stay; docs/growth.md names them. */
const ALLOWED: Readonly<Record<string, string>> = {
  'audit_entries acts/select-acts#selectActs': 'goes along an index by date and ends at a page',
  'audit_entries acts/select-acts#selectActKinds': 'owners alone; a narrow index, few kinds',
  'submissions calibration/rounds#startRound': 'goes along the newest and ends at its limit',
  // PostgreSQL joins few owners to the people either way round.
  'user cohorts/seen-by-others#selectOwnSight': 'the join begins with the owners',
  'user retention/retention#previewRetention': 'owners alone, before they change a rule; counts guests',
  'user cohorts/organisation#selectOwners': 'the join begins with the owners',
};

describe.each(ENGINES)('what a request reads on %s', (engine) => {
  let opened: TestDatabase;
  let log: ReturnType<typeof logQueries>;
  beforeAll(async () => {
    opened = await freshDatabase(engine);
    await teach();
    const world = await makeWorld();
    log = logQueries(opened);
    log.asker = 'a visit';
    await newGuest();
    for (const role of ROLE_NAMES) await actorOf(world.people[role].headers);
    // Not afresh for each, as the table of roles is: what somebody deleted is refused later, which asks for less.
    for (const role of ['learner', 'owner', 'lead'] as const)
      for (const [name, [, run]] of entries(role)) {
        log.asker = name;
        await Promise.resolve()
          .then(() => run(world.people[role].actor, world))
          .catch(() => undefined);
      }
  }, 240_000);
  afterAll(() => opened.discard());

  test('no statement reads from end to end a table that grows with the people', async () => {
    for (const table of SMALL) GROWING.delete(table);
    const found: string[] = [];
    for (const [text, { query, asker }] of log.queries)
      for (const table of await scansOf(opened, query, GROWING))
        if (!ALLOWED[`${table} ${asker}`]) found.push(`${table} | ${asker} | ${text}`);
    console.info(`${engine}: ${log.queries.size} statements`);
    expect(found).toEqual([]);
  });
});
