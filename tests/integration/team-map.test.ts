import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packMarkdown } from '@/components/team-map/pack-markdown';
import { type CohortId, CohortIdSchema } from '@/schemas/ids';
import { type FacilitatorRound, type LivePhase, LiveVoteSchema } from '@/schemas/live';
import type { Choice } from '@/schemas/scenario';
import type { Actor } from '@/server/actor';
import { dropCohort } from '@/server/cohorts/drop-cohort';
import { database, inTransaction } from '@/server/db/database';
import { deleteLearners } from '@/server/delete-learners';
import { Forbidden } from '@/server/forbidden';
import { enqueue } from '@/server/jobs/enqueue';
import { runDueJobs } from '@/server/jobs/run-jobs';
import { moveRound } from '@/server/live/move-round';
import { openRound, selectOpenRound, selectRound } from '@/server/live/rounds';
import { decideInRound, selectOwnRound, selectRoundScenario } from '@/server/live/take-part';
import { mergeLearner } from '@/server/merge-learner';
import { newId } from '@/server/new-id';
import { savePreferences, selectPreferences } from '@/server/preferences';
import { submitHandIn } from '@/server/submit-hand-in';
import { exportPack } from '@/server/team-map/export-pack';
import { selectTeamMap } from '@/server/team-map/select-map';
import { selectDiscussionPack } from '@/server/team-map/select-pack';
import { ENGINES, freshDatabase, type TestDatabase } from '../support/databases';
import { handInOf, SCENARIO, teach, UNKNOWN_SCENARIO } from '../support/fixture';
import { newAccount, newCohort, newGuest, newInstructor, newStaff, type Person } from '../support/people';

/** Earns the first criterion of the fixture exercise in full, and names a colleague and an employer. */
const ARGUES = (who: string) =>
  `The launch date in 14 weeks decides: the team skills at Acmeworks and ${who} count for more than speed.`;

async function enrol(cohortId: CohortId, { actor }: Person) {
  await database()
    .insertInto('enrolments')
    .values({ learnerId: actor.learnerId, cohortId, role: 'learner', status: 'active', enrolledAt: Date.now() })
    .execute();
}

async function handIn({ actor }: Person, choice: Choice, text: string) {
  const handed = await submitHandIn(actor, {
    scenarioId: SCENARIO,
    handIn: { ...handInOf(text), choices: { 'http-api': choice } } as ReturnType<typeof handInOf>,
    idempotencyKey: randomUUID(),
  });
  if (!handed.ok) throw new Error(handed.reason);
}

const HOUR = 3_600_000;

const vote = (choice: Choice, line = '') => LiveVoteSchema.parse({ choices: { 'http-api': choice }, line });

describe.each(ENGINES)('the map of a team and its live rounds on %s', (engine) => {
  let opened: TestDatabase;
  let cohort: CohortId;
  let other: CohortId;
  /** With only the first four of them: what is counted of a cohort may stand for some seconds. */
  let four: CohortId;
  let people: Person[];
  let roles: Record<string, Person>;
  beforeAll(async () => {
    opened = await freshDatabase(engine);
    await teach();
    [cohort, other, four] = [await newCohort(), await newCohort(), await newCohort()];
    people = await Promise.all(Array.from({ length: 6 }, () => newGuest()));
    for (const person of people) await enrol(cohort, person);
    for (const [index, person] of people.slice(0, 4).entries()) {
      await enrol(four, person);
      await handIn(person, index % 2 ? 'rust' : 'go', ARGUES('Ada Example'));
    }
    await handIn(people[4] as Person, 'go', 'We keep what we have.');
    roles = {
      owner: await newInstructor(),
      instructor: await newStaff(cohort, 'instructor'),
      'instructor of another cohort': await newStaff(other, 'instructor'),
      reviewer: await newStaff(cohort, 'reviewer'),
      lead: await newStaff(cohort, 'lead'),
      learner: people[0] as Person,
      'other learner': await newAccount(),
      guest: await newGuest(),
    };
  });
  afterAll(() => opened.discard());

  const as = (role: string): Actor => (roles[role] as Person).actor;
  const person = (index: number): Actor => (people[index] as Person).actor;
  const pack = (role: string) => selectDiscussionPack(as(role), cohort, SCENARIO);

  async function newRound(): Promise<FacilitatorRound> {
    const round = await openRound(as('instructor'), cohort, SCENARIO);
    if (!round.ok) throw new Error(round.reason);
    return round.value;
  }
  const move = (round: Pick<FacilitatorRound, 'roundId' | 'version'>, to: Exclude<LivePhase, 'deciding'>) =>
    moveRound(as('instructor'), round.roundId, { cohortId: cohort, version: round.version, to });
  async function moved(round: FacilitatorRound, to: Exclude<LivePhase, 'deciding'>): Promise<FacilitatorRound> {
    const after = await move(round, to);
    if (!after.ok) throw new Error(after.reason);
    return after.value;
  }

  const forget = (round: FacilitatorRound, since: number) =>
    database()
      .updateTable('live_rounds')
      .set({ openedAt: Date.now() - since })
      .where('id', '=', round.roundId)
      .execute();

  const FUNCTIONS: Record<string, readonly ['manage' | 'aggregate', (actor: Actor) => Promise<unknown>]> = {
    map: ['aggregate', (actor) => selectTeamMap(actor, cohort)],
    pack: ['aggregate', (actor) => selectDiscussionPack(actor, cohort, SCENARIO)],
    export: ['aggregate', (actor) => exportPack(actor, cohort, SCENARIO)],
    'open round': ['manage', (actor) => openRound(actor, cohort, SCENARIO)],
    'own open round': ['manage', (actor) => selectOpenRound(actor, cohort, SCENARIO)],
    'read round': ['manage', (actor) => selectRound(actor, cohort, 'no-such-round' as FacilitatorRound['roundId'])],
    'move round': [
      'manage',
      (actor) =>
        moveRound(actor, 'no-such-round' as FacilitatorRound['roundId'], {
          cohortId: cohort,
          version: 0,
          to: 'closed',
        }),
    ],
  };
  const MAY: Record<string, readonly string[]> = {
    manage: ['owner', 'instructor'],
    aggregate: ['owner', 'instructor', 'lead'],
  };

  test('what is open to each role, and refused to the rest', async () => {
    for (const [name, [power, run]] of Object.entries(FUNCTIONS))
      for (const role of Object.keys(roles)) {
        const call = run(as(role));
        if (MAY[power]?.includes(role)) await expect(call, `${role}: ${name}`).resolves.toBeDefined();
        else await expect(call, `${role}: ${name}`).rejects.toThrow(Forbidden);
      }
    const round = await newRound();
    for (const role of ['owner', 'instructor', 'lead', 'reviewer', 'other learner', 'guest']) {
      expect(await selectOwnRound(as(role), round.code), role).toBeNull();
      expect(await selectRoundScenario(as(role), round.code), role).toBeNull();
      expect(await decideInRound(as(role), round.code, vote('go')), role).toEqual({
        ok: false,
        reason: 'unknown-round',
      });
    }
    expect(await selectOwnRound(as('learner'), round.code)).toMatchObject({ phase: 'deciding', shown: null });
    const foreign = { cohortId: other, version: 0, to: 'closed' } as const;
    expect(await selectRound(as('owner'), other, round.roundId)).toBeNull();
    expect(await moveRound(as('owner'), round.roundId, foreign)).toEqual({ ok: false, reason: 'unknown-round' });
    await moved(round, 'closed');
  });

  test('four people are too few for a map; the fifth opens it, in words without numbers', async () => {
    const few = await selectTeamMap(as('owner'), four);
    expect(few?.maps).toMatchObject([{ isEnough: false, unheard: [], components: [{ split: { status: 'too-few' } }] }]);
    for (const index of [0, 1, 2, 3]) await savePreferences(person(index), { sharing: 'shared' });
    expect((await selectDiscussionPack(as('owner'), four, SCENARIO))?.arguments).toMatchObject({ from: 'nobody' });
    for (const index of [0, 1, 2, 3]) await savePreferences(person(index), { sharing: 'private' });
    const five = await selectTeamMap(as('lead'), cohort);
    expect(five?.maps[0]?.components[0]?.split).toEqual({
      status: 'shown',
      people: 5,
      isSplit: true,
      shares: {
        go: { kind: 'band', band: 'some' },
        rust: { kind: 'band', band: 'some' },
        either: { kind: 'band', band: 'few' },
        'neither-keep-existing': { kind: 'band', band: 'few' },
      },
    });
    expect(five?.maps[0]?.unheard.map(({ id }) => id)).toEqual(['S01-2']);
    expect(await selectTeamMap(as('owner'), CohortIdSchema.parse('no-such-cohort'))).toBeNull();
    expect(await selectDiscussionPack(as('owner'), cohort, UNKNOWN_SCENARIO)).toBeNull();
  });

  test('sentences are shown of two who agreed on each side, without names, and no longer once one takes it back', async () => {
    expect(await selectPreferences(person(4))).toMatchObject({ sharing: 'undecided' });
    for (const index of [0, 1, 2]) await savePreferences(person(index), { sharing: 'shared' });
    expect((await pack('instructor'))?.arguments).toMatchObject({ from: 'nobody' });
    await savePreferences(person(3), { sharing: 'shared' });
    const shown = await pack('instructor');
    expect(shown?.arguments).toMatchObject({ from: 'team', component: 'HTTP API' });
    const text = packMarkdown(shown as NonNullable<typeof shown>);
    expect(text).toContain('launch date');
    expect(text).toContain('\\[name\\]');
    expect(text).not.toMatch(/Ada|Acmeworks/);
    expect((await pack('lead'))?.arguments).toEqual({ from: 'nobody', reason: 'not-for-leads' });
    const acts = await database()
      .selectFrom('audit_entries')
      .select('act')
      .where('act', '=', 'arguments.viewed')
      .execute();
    expect(acts).toHaveLength(1);
    await savePreferences(person(3), { sharing: 'private' });
    expect((await pack('instructor'))?.arguments).toMatchObject({ from: 'nobody' });
  });

  test('what the course keeps closed is in a pack only once it is open to everybody who handed in', async () => {
    expect(await pack('instructor')).toMatchObject({ arguments: { reason: 'not-open' }, flips: null });
    for (const someone of people.slice(0, 5))
      for (let draft = 0; draft < 2; draft += 1) await handIn(someone, 'go', `Draft ${draft}: we keep what we have.`);
    await expect.poll(async () => (await pack('instructor'))?.arguments.from, { timeout: 20_000 }).toBe('course');
    expect((await pack('instructor'))?.flips?.length).toBeGreaterThan(0);
    expect(await pack('lead')).toMatchObject({ arguments: { from: 'nobody' }, flips: null });
  });

  test('a round from the first decision to the shift; votes go when it closes', async () => {
    const round = await newRound();
    expect((await newRound()).roundId).toBe(round.roundId);
    for (const index of [0, 1, 2, 3]) await decideInRound(person(index), round.code, vote('go', 'The date holds.'));
    expect(await move(round, 'revealed')).toEqual({ ok: false, reason: 'too-few' });
    // The wall is read by all: no number below five.
    expect(await selectRound(as('owner'), cohort, round.roundId)).toMatchObject({ decided: null, isEnough: false });
    expect(await selectOwnRound(person(0), round.code)).toMatchObject({ hasDecided: true, shown: null });
    expect(JSON.stringify(await selectOwnRound(person(0), round.code))).not.toContain('decided":');
    await decideInRound(person(4), round.code, vote('go'));
    await decideInRound(person(4), round.code, vote('rust', 'The team asks Ada.'));
    expect(await selectRound(as('owner'), cohort, round.roundId)).toMatchObject({ decided: 5, isEnough: true });
    const revealed = await moved(round, 'revealed');
    expect(await moved(round, 'revealed')).toMatchObject({ version: revealed.version });
    expect(await move(round, 'arguing')).toEqual({ ok: false, reason: 'phase-changed' });
    expect(await move(revealed, 'shift')).toEqual({ ok: false, reason: 'wrong-order' });
    expect(revealed.shown?.lines).toEqual(['The date holds.', 'The team asks [name].']);
    expect(revealed.shown?.before).toMatchObject({
      'http-api': { shares: { go: { band: 'all' }, rust: { band: 'few' } } },
    });
    expect(await decideInRound(person(0), round.code, vote('go'))).toEqual({ ok: false, reason: 'not-open' });
    const arguing = await moved(revealed, 'arguing');
    expect((arguing.endsAt ?? 0) - arguing.now).toBe(300_000);
    const revising = await moved(arguing, 'revising');
    for (const index of [0, 1]) await decideInRound(person(index), round.code, vote('rust'));
    const late = await decideInRound(person(5), round.code, vote('rust'));
    expect(late).toMatchObject({ ok: true, value: { hasDecided: true } });
    const shift = await moved(revising, 'shift');
    expect(shift.shown).toMatchObject({
      moved: 'some',
      after: { 'http-api': { people: 5, shares: { rust: { band: 'some' } } } },
    });
    const closed = await moved(shift, 'closed');
    expect(closed).toMatchObject({ phase: 'closed', shown: { moved: 'some' } });
    expect(await selectOwnRound(person(0), round.code)).toMatchObject({ phase: 'closed', own: null });
    expect(await database().selectFrom('live_votes').selectAll().execute()).toEqual([]);
    expect(await selectOpenRound(as('instructor'), cohort, SCENARIO)).toBeNull();
  });

  test('whoever looks at a forgotten round throws its votes away, and the night does where nobody looks', async () => {
    const night = () =>
      enqueue(database(), { key: `retain:${newId()}`, body: { kind: 'retain', day: '2026-11-22' }, runAfter: 0 });
    const looks: Record<string, (round: FacilitatorRound) => Promise<unknown>> = {
      'a member': (round) => selectOwnRound(person(1), round.code),
      'a late decision': (round) => decideInRound(person(1), round.code, vote('go')),
      'whoever runs it': (round) => selectRound(as('instructor'), cohort, round.roundId),
      'its page': () => selectOpenRound(as('instructor'), cohort, SCENARIO),
      'the night': async () => {
        await night();
        await runDueJobs('test');
      },
    };
    for (const [who, look] of Object.entries(looks)) {
      const round = await newRound();
      await decideInRound(person(0), round.code, vote('go', 'The date holds.'));
      await forget(round, 12 * HOUR + 1);
      await look(round);
      expect(await database().selectFrom('live_votes').selectAll().execute(), who).toEqual([]);
      expect(await selectRound(as('instructor'), cohort, round.roundId), who).toMatchObject({ phase: 'closed' });
    }
  });

  test('a choice for something else, or for less than everything, is refused', async () => {
    const round = await newRound();
    const wrong = LiveVoteSchema.parse({ choices: { 'no-part': 'go' }, line: '' });
    expect(await decideInRound(person(0), round.code, wrong)).toEqual({ ok: false, reason: 'incomplete' });
    const none = LiveVoteSchema.parse({ choices: {}, line: '' });
    expect(await decideInRound(person(0), round.code, none)).toEqual({ ok: false, reason: 'incomplete' });
  });

  test('a guest’s vote moves with them, goes with them, and a forgotten round ends by itself', async () => {
    const [guest, account] = [await newGuest(), await newAccount()];
    await enrol(cohort, guest);
    const round = await newRound();
    await decideInRound(guest.actor, round.code, vote('go'));
    await mergeLearner(guest.actor.learnerId, account.actor.learnerId);
    expect(await selectOwnRound(account.actor, round.code)).toMatchObject({ hasDecided: true });
    await inTransaction((tx) => deleteLearners(tx, [guest.actor.learnerId, account.actor.learnerId]));
    expect(await selectRound(as('instructor'), cohort, round.roundId)).toMatchObject({ decided: null });
    await decideInRound(person(0), round.code, vote('go'));
    await forget(round, 12 * HOUR - 60_000);
    expect(await selectOwnRound(person(0), round.code)).toMatchObject({ phase: 'deciding', hasDecided: true });
    await forget(round, 12 * HOUR + 1);
    expect(await selectOwnRound(person(0), round.code)).toMatchObject({ phase: 'closed' });
    expect(await decideInRound(person(0), round.code, vote('go'))).toEqual({ ok: false, reason: 'not-open' });
    const next = await newRound();
    expect(next.roundId).not.toBe(round.roundId);
    await decideInRound(person(0), next.code, vote('go'));
    await inTransaction((tx) => dropCohort(tx, cohort));
    expect(await database().selectFrom('live_rounds').selectAll().execute()).toEqual([]);
  });
});
