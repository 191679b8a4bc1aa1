import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Choice } from '@/schemas/scenario';
import type { DecisionSpace, SpaceCell } from '@/schemas/space';
import type { Actor } from '@/server/actor';
import { selectDecisionSpace } from '@/server/space/select-space';
import { submitHandIn } from '@/server/submit-hand-in';
import { ENGINES, freshDatabase, type TestDatabase } from '../support/databases';
import { handInOf, SCENARIO, teach } from '../support/fixture';
import { newGuest } from '../support/people';

describe.each(ENGINES)('the decision space on %s', (engine) => {
  let opened: TestDatabase;
  beforeEach(async () => {
    opened = await freshDatabase(engine);
    await teach();
  });
  afterEach(() => opened.discard());

  let drafts = 0;
  async function handIn(actor: Actor, choice: Choice): Promise<void> {
    drafts += 1;
    const record = { ...handInOf(`A draft with the number ${drafts}.`), choices: { 'http-api': choice } };
    const handed = await submitHandIn(actor, { scenarioId: SCENARIO, handIn: record, idempotencyKey: randomUUID() });
    if (!handed.ok) throw new Error(handed.reason);
  }

  async function spaceOf(actor: Actor): Promise<DecisionSpace> {
    const space = await selectDecisionSpace(actor, SCENARIO);
    if (!space) throw new Error('the space is not open');
    return space;
  }
  const cellsOf = (space: DecisionSpace): Record<string, SpaceCell> =>
    Object.fromEntries((space.components[0]?.cells ?? []).map((cell) => [cell.choice, cell]));

  test('it is shut until the third draft or a pass, and shows where each draft stood', async () => {
    const { actor } = await newGuest();
    expect(await selectDecisionSpace(actor, SCENARIO)).toBeNull();
    await handIn(actor, 'rust');
    await handIn(actor, 'go');
    expect(await selectDecisionSpace(actor, SCENARIO)).toBeNull();
    await handIn(actor, 'go');
    const space = await spaceOf(actor);
    const cells = cellsOf(space);
    expect(cells.go).toMatchObject({ standing: 'answer', ownDrafts: [2, 3], others: null });
    expect(cells.rust).toMatchObject({ standing: 'neither', ownDrafts: [1] });
    expect(cells['neither-keep-existing']?.standing).toBe('also');
    expect(space.hasOthers).toBe(false);
    expect(space.answers.find(({ isNearest }) => isNearest)).toMatchObject({ name: 'The expected answer', same: 1 });
  });

  test('it is shut while a grade is held back', async () => {
    const { actor } = await newGuest(true);
    for (const choice of ['go', 'go', 'go'] as const) await handIn(actor, choice);
    expect(await selectDecisionSpace(actor, SCENARIO)).toBeNull();
  });

  test('others count once, by their latest draft, and no number below three is shown', async () => {
    const people = await Promise.all(Array.from({ length: 9 }, () => newGuest()));
    const [me, ...others] = people;
    if (!me) throw new Error('nobody is there');
    for (const choice of ['go', 'go', 'go'] as const) await handIn(me.actor, choice);
    const before = cellsOf(await spaceOf(me.actor)).go?.others;
    expect(before).toBeNull();
    for (const { actor } of others) await handIn(actor, 'rust');
    for (const { actor } of others.slice(0, 5)) await handIn(actor, 'go');
    const space = await spaceOf(me.actor);
    const cells = cellsOf(space);
    expect(space.hasOthers).toBe(true);
    expect(cells.rust?.others).toEqual({ status: 'shown', count: 3 });
    expect(cells.either?.others).toEqual({ status: 'few' });
    // Five of the eight; one's own three drafts are not among them.
    expect(cells.go?.others).toEqual({ status: 'shown', count: 5 });
    const served = JSON.stringify(space);
    for (const { actor } of others) expect(served).not.toContain(actor.learnerId);
  });
});
