import { describe, expect, test } from 'vitest';
import type { PartialHandIn } from '@/schemas/scenario';
import { type Draft, DraftSchema } from '@/schemas/submission';
import {
  copyToKeep,
  type DraftEvent,
  type DraftState,
  hasUnsavedWork,
  LONGEST_WAIT_MS,
  nextSaveAt,
  openDraft,
  PAUSE_MS,
  RETRY_MS,
  reduceDraft,
} from './draft-machine';

const says = (explanation: string): PartialHandIn => ({ choices: {}, explanation });
const draft = (version: number, explanation: string): Draft =>
  DraftSchema.parse({ scenarioId: 'S01', version, handIn: says(explanation), savedAt: 1_000 * version });
const edited = (explanation: string, now: number): DraftEvent => ({ type: 'edited', work: says(explanation), now });
const run = (start: DraftState, ...events: DraftEvent[]) => events.reduce(reduceDraft, start);

describe('when a save is due', () => {
  test('a pause after the last change sends it', () => {
    const state = run(openDraft(null), edited('a', 100), edited('ab', 400));
    expect(nextSaveAt(state)).toBe(400 + PAUSE_MS);
  });

  test('somebody who never pauses is saved within ten seconds of the first change', () => {
    const changes = Array.from({ length: 12 }, (_, index) => edited('x'.repeat(index + 1), index * 1_000));
    const due = nextSaveAt(run(openDraft(null), ...changes));
    expect(due).toBe(LONGEST_WAIT_MS);
    expect(due).toBeLessThanOrEqual(10_000);
  });

  test('nothing is due while everything is saved, and no second save starts while one is under way', () => {
    const waiting = run(openDraft(null), edited('a', 0));
    expect(nextSaveAt(openDraft(draft(1, 'a')))).toBeNull();
    expect(nextSaveAt(run(waiting, { type: 'save-sent' }, edited('ab', 50)))).toBeNull();
  });

  test('an unreachable server is tried again later, and typing meanwhile does not hammer it', () => {
    const state = run(openDraft(null), edited('a', 0), { type: 'save-sent' }, { type: 'save-unreachable', now: 2_000 });
    expect(nextSaveAt(run(state, edited('ab', 2_500)))).toBe(2_000 + RETRY_MS);
  });
});

describe('going on from an earlier draft', () => {
  const revision = { number: 1, handIn: says('draft one') };
  const asked = (isHandedIn: boolean): DraftEvent => ({ type: 'revision-asked', revision, isHandedIn, now: 50 });

  test('it takes the place of a text that was handed in, and is saved on top of it', () => {
    const state = run(openDraft(draft(4, 'draft two')), asked(true));
    expect(state).toMatchObject({ work: revision.handIn, base: 4, revising: { status: 'taken', number: 1 } });
    expect(nextSaveAt(state)).toBe(50 + PAUSE_MS);
  });

  test('newer work stays on the page, and taking the earlier draft puts it aside', () => {
    const newer = run(openDraft(draft(4, 'newer words')), asked(false));
    expect(newer).toMatchObject({ work: says('newer words'), revising: { status: 'offered', revision } });
    expect(nextSaveAt(newer)).toBeNull();
    const taken = run(newer, { type: 'revision-taken', now: 90 });
    expect(taken).toMatchObject({ work: revision.handIn, setAside: [{ handIn: says('newer words'), at: 90 }] });
    expect(run(newer, { type: 'revision-declined' })).toMatchObject({ work: says('newer words'), setAside: [] });
  });

  test('work that only this device has counts as newer, even over a text that was handed in', () => {
    const copy = { base: 4, handIn: says('unsaved words'), editedAt: 20 };
    const found: DraftEvent = { type: 'found-on-device', copy, setAside: [], now: 50 };
    const state = run(openDraft(draft(4, 'draft two')), found, asked(true));
    expect(state).toMatchObject({ work: says('unsaved words'), revising: { status: 'offered' } });
  });

  test('during a conflict nothing is exchanged', () => {
    const conflict: DraftState = {
      ...run(openDraft(draft(4, 'newer')), asked(false)),
      save: {
        status: 'conflict',
        theirs: draft(5, 'theirs'),
        editedAt: 1,
      },
    };
    expect(run(conflict, { type: 'revision-taken', now: 99 })).toBe(conflict);
  });
});

describe('what a save leaves behind', () => {
  test('an acknowledged save is kept nowhere else', () => {
    const state = run(
      openDraft(null),
      edited('a', 0),
      { type: 'save-sent' },
      { type: 'save-acknowledged', draft: draft(1, 'a'), now: 10 },
    );
    expect(state.save).toEqual({ status: 'saved', at: 1_000 });
    expect(state.base).toBe(1);
    expect(copyToKeep(state)).toBeNull();
  });

  test('words typed while a save was under way are still unsaved afterwards, on the new version', () => {
    const state = run(openDraft(null), edited('a', 0), { type: 'save-sent' }, edited('ab', 20), {
      type: 'save-acknowledged',
      draft: draft(1, 'a'),
      now: 30,
    });
    expect(copyToKeep(state)).toEqual({ base: 1, handIn: says('ab'), editedAt: 20 });
    expect(nextSaveAt(state)).toBe(20 + PAUSE_MS);
  });

  test('a refusal keeps the words on the device and says why', () => {
    const state = run(
      openDraft(null),
      edited('a', 0),
      { type: 'save-sent' },
      { type: 'save-refused', message: 'Too long.', now: 5 },
    );
    expect(state.save).toMatchObject({ status: 'refused', message: 'Too long.' });
    expect(copyToKeep(state)?.handIn).toEqual(says('a'));
  });
});

describe('two tabs', () => {
  const stale = run(
    openDraft(draft(1, 'base')),
    edited('mine', 0),
    { type: 'save-sent' },
    { type: 'save-stale', theirs: draft(2, 'theirs') },
  );

  test('a stale version keeps both texts and saves nothing until the person chooses', () => {
    expect(stale.work).toEqual(says('mine'));
    expect(stale.save).toMatchObject({ status: 'conflict', theirs: draft(2, 'theirs') });
    expect(nextSaveAt(stale)).toBeNull();
    expect(reduceDraft(stale, { type: 'save-sent' })).toBe(stale);
    expect(copyToKeep(stale)).toMatchObject({ base: 1, handIn: says('mine') });
  });

  test('keeping mine saves it over the newer version and sets the other aside', () => {
    const state = run(stale, { type: 'mine-kept', now: 7 });
    expect(state).toMatchObject({ work: says('mine'), base: 2, save: { status: 'waiting' } });
    expect(state.setAside).toEqual([{ handIn: says('theirs'), at: 7, origin: 'elsewhere' }]);
  });

  test('taking the other sets mine aside, and it can be brought back', () => {
    const taken = run(stale, { type: 'theirs-taken', now: 7 });
    expect(taken).toMatchObject({ work: says('theirs'), base: 2, save: { status: 'saved' } });
    const back = run(taken, { type: 'set-aside-restored', index: 0, now: 9 });
    expect(back.work).toEqual(says('mine'));
    expect(back.setAside.map((item) => item.handIn)).toEqual([says('theirs')]);
    expect(hasUnsavedWork(back)).toBe(true);
  });

  test('the same words from the other tab are no conflict', () => {
    const state = run(
      openDraft(draft(1, 'base')),
      edited('same', 0),
      { type: 'save-sent' },
      { type: 'save-stale', theirs: draft(2, 'same') },
    );
    expect(state).toMatchObject({ base: 2, save: { status: 'saved', at: 2_000 } });
  });

  test('typing during the choice changes only mine', () => {
    const state = run(stale, edited('mine and more', 8));
    expect(state).toMatchObject({
      work: says('mine and more'),
      save: { status: 'conflict', theirs: draft(2, 'theirs') },
    });
  });
});

describe('after a reload', () => {
  const found = (base: number, explanation: string): DraftEvent => ({
    type: 'found-on-device',
    copy: { base, handIn: says(explanation), editedAt: 500 },
    setAside: [],
    now: 600,
  });

  test('work that was never saved is on the screen again, and what the server had can be called back', () => {
    const state = run(openDraft(draft(3, 'saved')), found(3, 'saved and more'));
    expect(state).toMatchObject({
      work: says('saved and more'),
      recoveredOver: says('saved'),
      save: { status: 'waiting' },
    });
    const undone = run(state, { type: 'recovery-undone', now: 900 });
    expect(undone).toMatchObject({ work: says('saved'), recoveredOver: null });
    expect(undone.setAside.map((item) => item.handIn)).toEqual([says('saved and more')]);
  });

  test.each([-86_400_000, 86_400_000])('a clock that was %i ms off when the copy was kept changes nothing', (off) => {
    const now = 100 * 86_400_000;
    const copy = { base: 3, handIn: says('saved and more'), editedAt: now + off };
    const state = run(openDraft(draft(3, 'saved')), { type: 'found-on-device', copy, setAside: [], now });
    expect(nextSaveAt(state)).toBe(now + PAUSE_MS);
    const older = run(openDraft(draft(5, 'newer')), { type: 'found-on-device', copy, setAside: [], now });
    expect(older.save.status).toBe('conflict');
  });

  test('a copy made from an older version is a conflict, not a silent overwrite', () => {
    const state = run(openDraft(draft(5, 'newer')), found(3, 'older but unsaved'));
    expect(state).toMatchObject({
      work: says('older but unsaved'),
      base: 3,
      save: { status: 'conflict', theirs: draft(5, 'newer') },
    });
  });

  test('a copy that says what the server says is nothing to mention', () => {
    const state = run(openDraft(draft(3, 'saved')), found(2, 'saved'));
    expect(state).toMatchObject({ recoveredOver: null, save: { status: 'saved' } });
  });

  test('a copy is recovered where the server has nothing at all', () => {
    expect(run(openDraft(null), found(0, 'first words')).work).toEqual(says('first words'));
  });
});

test('a hand-in that was not taken lies among the versions set aside, once, and changes nothing else', () => {
  const refused = (at: number): DraftEvent => ({
    type: 'kept-aside',
    item: { handIn: says('Pressed on a train.'), at, origin: 'this-tab' },
  });
  const state = run(openDraft(draft(3, 'now')), refused(7), refused(9));
  expect(state.setAside).toEqual([{ handIn: says('Pressed on a train.'), at: 9, origin: 'this-tab' }]);
  expect(state.work).toEqual(says('now'));
  expect(hasUnsavedWork(state)).toBe(false);
});
