import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { selectModule } from '@/course/select';
import type { Course } from '@/schemas/course';
import { ItemIdSchema, LessonIdSchema, ModuleIdSchema, PathIdSchema, PlacementIdSchema } from '@/schemas/ids';
import type { Actor } from '@/server/actor';
import { inTransaction } from '@/server/db/database';
import { deleteLearners } from '@/server/delete-learners';
import { mergeLearner } from '@/server/merge-learner';
import { choosePath, selectChosenPath } from '@/server/path-choice';
import { answerPlacement, openPlacement, selectFreshPlacement, selectPlacementView } from '@/server/placement';
import { markLessonRead, selectProgress } from '@/server/progress';
import { ENGINES, freshDatabase, type TestDatabase } from '../support/databases';
import { FIRST_ITEM, LESSON, SECOND_ITEM, teach } from '../support/fixture';
import { newAccount, newGuest } from '../support/people';

const LEADER = PathIdSchema.parse('leader');
const ENGINEER = PathIdSchema.parse('engineer');
const WAITING_ITEM = ItemIdSchema.parse('two-waits');
const numeric = (value: number) => ({ response: { type: 'numeric', value }, confidence: 'sure' }) as const;
const chosen = (id: string) => ({ response: { type: 'single-choice', chosen: id }, confidence: 'guess' }) as const;

function granted<Value>(outcome: { ok: true; value: Value } | { ok: false; reason: string }): Value {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
  return outcome.value;
}

/** The fixture course with its second module open: one lesson, whose only item the placement waits for. */
function withSecondModule(course: Course): Course {
  const [first] = course.lessons;
  const [item] = first?.quiz.items ?? [];
  if (!first || !item) throw new Error('the fixture course has no lesson');
  const id = LessonIdSchema.parse('two');
  const second = {
    ...first,
    module: selectModule(course, 'M2'),
    lesson: { ...first.lesson, id, title: 'The second lesson' },
    quiz: { ...first.quiz, lesson: id, items: [{ ...item, id: WAITING_ITEM }] },
  };
  return { ...course, lessons: [...course.lessons, second] };
}

async function takeBoth(actor: Actor) {
  const { placementId } = granted(await openPlacement(actor));
  await answerPlacement(actor, placementId, { itemId: SECOND_ITEM, given: numeric(180) });
  return granted(await answerPlacement(actor, placementId, { itemId: WAITING_ITEM, given: null }));
}

describe.each(ENGINES)('a way through the course on %s', (engine) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await freshDatabase(engine);
    await teach(withSecondModule(await teach()));
  });
  afterAll(() => opened.discard());

  const rowsOf = (table: 'path_choices' | 'placements' | 'learner_items' | 'item_responses', actor: Actor) =>
    table === 'item_responses'
      ? opened.db.selectFrom(table).selectAll().execute()
      : opened.db.selectFrom(table).selectAll().where('learnerId', '=', actor.learnerId).execute();

  describe('the path', () => {
    test('is followed by the next step, kept per person, changed and undone', async () => {
      const [{ actor }, other] = [await newGuest(), await newGuest()];
      expect(await selectProgress(actor)).toMatchObject({ pathId: null, next: { lessonId: 'one' } });
      expect(await choosePath(actor, LEADER)).toEqual({ ok: true, value: { pathId: 'leader' } });
      expect(await selectProgress(actor)).toMatchObject({ pathId: 'leader', next: { lessonId: 'two' } });
      expect(await selectProgress(other.actor)).toMatchObject({ pathId: null, next: { lessonId: 'one' } });
      granted(await choosePath(actor, ENGINEER));
      expect(await selectProgress(actor)).toMatchObject({ pathId: 'engineer', next: { lessonId: 'one' } });
      granted(await choosePath(actor, null));
      expect(await selectProgress(actor)).toMatchObject({ pathId: null });
      expect(await rowsOf('path_choices', actor)).toEqual([]);
    });

    test('must exist, and one taken out of the course since is none', async () => {
      const { actor } = await newGuest();
      expect(await choosePath(actor, PathIdSchema.parse('manager'))).toEqual({ ok: false, reason: 'unknown-path' });
      granted(await choosePath(actor, LEADER));
      const course = await teach(withSecondModule(await teach()));
      await teach({ ...course, paths: course.paths.filter(({ id }) => id !== LEADER) });
      expect(await selectChosenPath(actor)).toBeNull();
      await teach(course);
      expect((await selectChosenPath(actor))?.id).toBe('leader');
    });

    test('nothing off the path is refused', async () => {
      const { actor } = await newGuest();
      granted(await choosePath(actor, LEADER));
      expect((await markLessonRead(actor, LESSON)).ok).toBe(true);
    });

    test('moves from a guest to an account, unless the account has chosen itself', async () => {
      const guest = await newGuest();
      granted(await choosePath(guest.actor, LEADER));
      const account = await newAccount(guest.headers);
      expect((await selectChosenPath(account.actor))?.id).toBe('leader');

      const [late, decided] = [await newGuest(), await newAccount()];
      granted(await choosePath(late.actor, LEADER));
      granted(await choosePath(decided.actor, ENGINEER));
      await mergeLearner(late.actor.learnerId, decided.actor.learnerId);
      expect((await selectChosenPath(decided.actor))?.id).toBe('engineer');
      expect(await rowsOf('path_choices', late.actor)).toEqual([]);
    });
  });

  describe('the placement', () => {
    test('holds no key, and says nothing about right or wrong before its end', async () => {
      const { actor } = await newGuest();
      expect(await selectPlacementView(actor)).toBeNull();
      const view = granted(await openPlacement(actor));
      expect(view.questions.map(({ id }) => id)).toEqual([SECOND_ITEM, WAITING_ITEM]);
      const answer = { itemId: SECOND_ITEM, given: numeric(3) };
      const half = granted(await answerPlacement(actor, view.placementId, answer));
      expect(half).toEqual({ ...view, answeredIds: [SECOND_ITEM] });
      const whole = granted(
        await answerPlacement(actor, view.placementId, { itemId: WAITING_ITEM, given: chosen('sql') }),
      );
      for (const served of [view, half, whole])
        expect(JSON.stringify(served)).not.toMatch(/rationale|"key"|Seventy|180|isCorrect/);
    });

    test('suggests the first module that was not solid, and keeps that', async () => {
      const { actor } = await newGuest();
      const { result } = await takeBoth(actor);
      expect(result).toMatchObject({
        verdicts: [
          { moduleId: 'M1', answer: 'right', standing: 'solid' },
          { moduleId: 'M2', answer: 'unknown', standing: 'not-yet' },
        ],
        start: { moduleId: 'M2', lessonId: 'two' },
        skim: ['M1'],
      });
      expect((await selectPlacementView(actor))?.result).toEqual(result);
      expect(await selectFreshPlacement(actor)).toEqual(result);
    });

    test('counts for no quiz and begins nothing', async () => {
      const { actor } = await newGuest();
      const before = await selectProgress(actor);
      await takeBoth(actor);
      expect(await selectProgress(actor)).toEqual(before);
      expect(await rowsOf('learner_items', actor)).toEqual([]);
      expect(await rowsOf('item_responses', actor)).toEqual([]);
    });

    test('is on the home page until a lesson is read', async () => {
      const { actor } = await newGuest();
      await markLessonRead(actor, LESSON);
      await new Promise((resolve) => setTimeout(resolve, 5));
      await takeBoth(actor);
      expect(await selectFreshPlacement(actor)).not.toBeNull();
      await new Promise((resolve) => setTimeout(resolve, 5));
      await markLessonRead(actor, LessonIdSchema.parse('two'));
      expect(await selectFreshPlacement(actor)).toBeNull();
      expect((await selectPlacementView(actor))?.result).not.toBeNull();
    });

    test('opened twice at once is one; taken again it begins anew, and the last result stays until then', async () => {
      const { actor } = await newGuest();
      const [one, other] = await Promise.all([openPlacement(actor), openPlacement(actor)]);
      expect(granted(one)).toEqual(granted(other));
      const { result } = await takeBoth(actor);
      const again = granted(await openPlacement(actor));
      expect(again).toMatchObject({ answeredIds: [], result: null });
      expect(again.placementId).not.toBe(granted(one).placementId);
      expect(await selectFreshPlacement(actor)).toEqual(result);
    });

    test('an answer is final: the same again is a retry, another one is refused', async () => {
      const { actor } = await newGuest();
      const { placementId } = granted(await openPlacement(actor));
      const answer = { itemId: SECOND_ITEM, given: null };
      const [first, second] = await Promise.all([
        answerPlacement(actor, placementId, answer),
        answerPlacement(actor, placementId, answer),
      ]);
      expect(granted(second)).toEqual(granted(first));
      expect(await answerPlacement(actor, placementId, { ...answer, given: numeric(180) })).toEqual({
        ok: false,
        reason: 'already-answered',
      });
    });

    test('refuses a response of another kind, an item that it does not ask, and the placement of somebody else', async () => {
      const [{ actor }, other] = [await newGuest(), await newGuest()];
      const { placementId } = granted(await openPlacement(actor));
      const refused = async (who: Actor, id: string, itemId: string, given: ReturnType<typeof chosen> | null) => {
        const ids = [PlacementIdSchema.parse(id), ItemIdSchema.parse(itemId)] as const;
        const outcome = await answerPlacement(who, ids[0], { itemId: ids[1], given });
        return outcome.ok ? 'granted' : outcome.reason;
      };
      expect(await refused(actor, placementId, SECOND_ITEM, chosen('sql'))).toBe('unscorable');
      expect(await refused(actor, placementId, FIRST_ITEM, null)).toBe('unknown-item');
      expect(await refused(other.actor, placementId, SECOND_ITEM, null)).toBe('unknown-placement');
      expect(await refused(actor, 'no-such-placement', SECOND_ITEM, null)).toBe('unknown-placement');
      expect((await selectPlacementView(actor))?.answeredIds).toEqual([]);
    });

    test('follows the path that was chosen', async () => {
      const { actor } = await newGuest();
      granted(await choosePath(actor, LEADER));
      const { placementId } = granted(await openPlacement(actor));
      await answerPlacement(actor, placementId, { itemId: SECOND_ITEM, given: null });
      const { result } = granted(
        await answerPlacement(actor, placementId, {
          itemId: WAITING_ITEM,
          given: { ...chosen('sql'), confidence: 'sure' },
        }),
      );
      expect(result).toMatchObject({ start: { moduleId: 'M1' }, skim: [ModuleIdSchema.parse('M2')] });
    });

    test('asks what the course has: nothing where there is no placement, and no item that was taken out', async () => {
      const { actor } = await newGuest();
      const { placementId } = granted(await openPlacement(actor));
      const course = await teach(withSecondModule(await teach()));
      await teach({ ...course, placement: null });
      expect(await openPlacement((await newGuest()).actor)).toEqual({ ok: false, reason: 'no-placement' });
      await teach({ ...course, lessons: course.lessons.slice(0, 1) });
      const over = granted(await answerPlacement(actor, placementId, { itemId: SECOND_ITEM, given: null }));
      expect(over.result).toMatchObject({ verdicts: [{ moduleId: 'M1' }], start: { moduleId: 'M1' } });
      await teach(course);
    });

    test('moves from a guest to an account, and goes with a person who is deleted', async () => {
      const guest = await newGuest();
      const { result } = await takeBoth(guest.actor);
      const account = await newAccount(guest.headers);
      expect(await selectFreshPlacement(account.actor)).toEqual(result);
      expect(await rowsOf('placements', guest.actor)).toEqual([]);

      const gone = await newGuest();
      await takeBoth(gone.actor);
      granted(await choosePath(gone.actor, LEADER));
      await inTransaction((tx) => deleteLearners(tx, [gone.actor.learnerId]));
      expect([await rowsOf('placements', gone.actor), await rowsOf('path_choices', gone.actor)]).toEqual([[], []]);
    });
  });
});
