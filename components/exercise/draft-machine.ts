import type { PartialHandIn } from '@/schemas/scenario';
import type { Draft } from '@/schemas/submission';

/**
 * The life of a draft in one browser tab, as a pure machine: it is told the time and told what the outside world
 * answered, and it decides what is safe, what is due and what the person must choose. components/exercise/use-draft.ts
 * carries out what it decides.
 */

/** A save goes out this long after the last change … */
export const PAUSE_MS = 1_500;
/** … and at the latest this long after the first unsaved one. */
export const LONGEST_WAIT_MS = 8_000;
/** How long to wait before trying a failed save again. */
export const RETRY_MS = 10_000;

/** What this device keeps of work that the server has not acknowledged. `base` is the version it was made from. */
export interface LocalCopy {
  readonly base: number;
  readonly handIn: PartialHandIn;
  readonly editedAt: number;
}

/** A version that lost a choice. It stays on this device, so that choosing loses nothing. */
export interface SetAside {
  readonly handIn: PartialHandIn;
  readonly at: number;
  readonly origin: 'this-tab' | 'elsewhere';
}

export type Save =
  | { readonly status: 'saved'; readonly at: number | null }
  | { readonly status: 'waiting'; readonly since: number; readonly editedAt: number }
  | { readonly status: 'saving'; readonly sent: PartialHandIn; readonly editedAt: number }
  | { readonly status: 'offline'; readonly failedAt: number; readonly editedAt: number }
  | { readonly status: 'refused'; readonly message: string; readonly failedAt: number; readonly editedAt: number }
  | { readonly status: 'conflict'; readonly theirs: Draft; readonly editedAt: number };

/** A draft handed in before, to go on from. */
export interface Revision {
  readonly number: number;
  readonly handIn: PartialHandIn;
}

/** Whether an earlier draft was asked for, and what became of that: put on the page, or offered beside newer work. */
export type Revising =
  | { readonly status: 'none' }
  | { readonly status: 'taken'; readonly number: number }
  | { readonly status: 'offered'; readonly revision: Revision };

export interface DraftState {
  readonly work: PartialHandIn;
  /** The server's version that `work` builds on; 0 before the first save. */
  readonly base: number;
  /** The server's copy as this tab last saw it. */
  readonly stored: Draft | null;
  readonly save: Save;
  /** What the server held when newer work was found on this device, so that the person can go back to it. */
  readonly recoveredOver: PartialHandIn | null;
  readonly setAside: readonly SetAside[];
  readonly revising: Revising;
}

export type DraftEvent =
  | { readonly type: 'edited'; readonly work: PartialHandIn; readonly now: number }
  | {
      readonly type: 'found-on-device';
      readonly copy: LocalCopy | null;
      readonly setAside: readonly SetAside[];
      readonly now: number;
    }
  | { readonly type: 'recovery-kept' }
  | { readonly type: 'recovery-undone'; readonly now: number }
  | { readonly type: 'save-sent' }
  | { readonly type: 'save-acknowledged'; readonly draft: Draft; readonly now: number }
  | { readonly type: 'save-unreachable'; readonly now: number }
  | { readonly type: 'save-refused'; readonly message: string; readonly now: number }
  | { readonly type: 'save-stale'; readonly theirs: Draft }
  | { readonly type: 'mine-kept'; readonly now: number }
  | { readonly type: 'theirs-taken'; readonly now: number }
  /** `isHandedIn`: the stored draft is word for word something handed in, so putting another text in its place loses nothing. */
  | { readonly type: 'revision-asked'; readonly revision: Revision; readonly isHandedIn: boolean; readonly now: number }
  | { readonly type: 'revision-taken'; readonly now: number }
  | { readonly type: 'revision-declined' }
  | { readonly type: 'set-aside-restored'; readonly index: number; readonly now: number }
  /** A text of its own accord: one that was handed in and can no longer be taken. */
  | { readonly type: 'kept-aside'; readonly item: SetAside };

const EMPTY: PartialHandIn = { choices: {}, explanation: '' };
export const MOST_SET_ASIDE = 5;

/** Where a page starts: with what the server holds, or with nothing. */
export function openDraft(stored: Draft | null): DraftState {
  return {
    work: stored?.handIn ?? EMPTY,
    base: stored?.version ?? 0,
    stored,
    save: { status: 'saved', at: stored?.savedAt ?? null },
    recoveredOver: null,
    setAside: [],
    revising: { status: 'none' },
  };
}

/** Whether two records say the same, whatever the order in which the choices were made. */
export function isSameHandIn(one: PartialHandIn, other: PartialHandIn): boolean {
  const ids = new Set([...Object.keys(one.choices), ...Object.keys(other.choices)]);
  const first: Readonly<Record<string, string | undefined>> = one.choices;
  const second: Readonly<Record<string, string | undefined>> = other.choices;
  return (
    one.explanation === other.explanation &&
    one.boundary === other.boundary &&
    [...ids].every((id) => first[id] === second[id])
  );
}

/** True while the server lacks something that is on the screen. */
export function hasUnsavedWork(state: DraftState): boolean {
  return state.save.status !== 'saved';
}

/** What this device should keep now; null when the server has everything. */
export function copyToKeep(state: DraftState): LocalCopy | null {
  if (state.save.status === 'saved') return null;
  return { base: state.base, handIn: state.work, editedAt: state.save.editedAt };
}

/** When the next save is due, as an instant; null when nothing is due by itself. */
export function nextSaveAt(state: DraftState): number | null {
  switch (state.save.status) {
    case 'waiting':
      return Math.min(state.save.editedAt + PAUSE_MS, state.save.since + LONGEST_WAIT_MS);
    case 'offline':
    case 'refused':
      return state.save.failedAt + RETRY_MS;
    case 'saved':
    case 'saving':
    case 'conflict':
      return null;
    default:
      return state.save satisfies never;
  }
}

export function reduceDraft(state: DraftState, event: DraftEvent): DraftState {
  switch (event.type) {
    case 'edited':
      return edit(state, event.work, event.now);
    case 'found-on-device':
      return findOnDevice(state, event.copy, event.setAside, event.now);
    case 'recovery-kept':
      return { ...state, recoveredOver: null };
    case 'recovery-undone':
      return state.recoveredOver ? exchange(state, state.recoveredOver, 'this-tab', event.now) : state;
    case 'save-sent':
      return send(state);
    case 'save-acknowledged':
      return acknowledge(state, event.draft, event.now);
    case 'save-unreachable':
      return { ...state, save: { status: 'offline', failedAt: event.now, editedAt: lastEdit(state, event.now) } };
    case 'save-refused':
      return {
        ...state,
        save: { status: 'refused', message: event.message, failedAt: event.now, editedAt: lastEdit(state, event.now) },
      };
    case 'save-stale':
      return meetStale(state, event.theirs);
    case 'mine-kept':
      return keepMine(state, event.now);
    case 'theirs-taken':
      return takeTheirs(state, event.now);
    case 'revision-asked':
      return askRevision(state, event);
    case 'revision-taken':
      return takeRevision(state, event.now);
    case 'revision-declined':
      return { ...state, revising: { status: 'none' } };
    case 'set-aside-restored':
      return restore(state, event.index, event.now);
    case 'kept-aside':
      return { ...state, setAside: putAside(state.setAside, event.item) };
    default:
      return event satisfies never;
  }
}

function lastEdit(state: DraftState, now: number): number {
  return state.save.status === 'saved' ? now : state.save.editedAt;
}

function edit(state: DraftState, work: PartialHandIn, now: number): DraftState {
  const { save } = state;
  if (save.status === 'saving' || save.status === 'conflict')
    return { ...state, work, save: { ...save, editedAt: now } };
  // While offline each change must not start a new request: the retry time stands.
  if (save.status === 'offline') return { ...state, work, save: { ...save, editedAt: now } };
  const since = save.status === 'waiting' ? save.since : now;
  return { ...state, work, save: { status: 'waiting', since, editedAt: now } };
}

/** Versions decide, never clocks; one that was ahead when the copy was kept must not put its save off. */
function findOnDevice(
  state: DraftState,
  copy: LocalCopy | null,
  setAside: readonly SetAside[],
  now: number,
): DraftState {
  const found = { ...state, setAside };
  if (!copy || isSameHandIn(copy.handIn, state.work)) return found;
  // Saved from elsewhere since this copy was made: only the person can say which one counts.
  if (state.stored && copy.base !== state.base) {
    const save: Save = { status: 'conflict', theirs: state.stored, editedAt: now };
    return { ...found, work: copy.handIn, base: copy.base, save };
  }
  const save: Save = { status: 'waiting', since: now, editedAt: now };
  return { ...found, work: copy.handIn, save, recoveredOver: state.work };
}

function send(state: DraftState): DraftState {
  const { save } = state;
  if (save.status === 'saved' || save.status === 'saving' || save.status === 'conflict') return state;
  return { ...state, save: { status: 'saving', sent: state.work, editedAt: save.editedAt } };
}

function acknowledge(state: DraftState, draft: Draft, now: number): DraftState {
  const known = { ...state, base: draft.version, stored: draft };
  if (isSameHandIn(state.work, draft.handIn)) return { ...known, save: { status: 'saved', at: draft.savedAt } };
  // The person went on typing while the save was under way: the rest is due as if its first change came just now.
  return { ...known, save: { status: 'waiting', since: now, editedAt: lastEdit(state, now) } };
}

function meetStale(state: DraftState, theirs: Draft): DraftState {
  // The other tab saved the very same words: nothing to choose.
  if (isSameHandIn(state.work, theirs.handIn)) {
    return { ...state, base: theirs.version, stored: theirs, save: { status: 'saved', at: theirs.savedAt } };
  }
  return { ...state, stored: theirs, save: { status: 'conflict', theirs, editedAt: lastEdit(state, theirs.savedAt) } };
}

function keepMine(state: DraftState, now: number): DraftState {
  if (state.save.status !== 'conflict') return state;
  const { theirs } = state.save;
  return {
    ...state,
    base: theirs.version,
    save: { status: 'waiting', since: now, editedAt: now },
    setAside: putAside(state.setAside, { handIn: theirs.handIn, at: now, origin: 'elsewhere' }),
  };
}

function takeTheirs(state: DraftState, now: number): DraftState {
  if (state.save.status !== 'conflict') return state;
  const { theirs } = state.save;
  return {
    ...state,
    work: theirs.handIn,
    base: theirs.version,
    save: { status: 'saved', at: theirs.savedAt },
    recoveredOver: null,
    setAside: putAside(state.setAside, { handIn: state.work, at: now, origin: 'this-tab' }),
  };
}

function restore(state: DraftState, index: number, now: number): DraftState {
  const chosen = state.setAside[index];
  if (!chosen) return state;
  const rest = state.setAside.filter((_, position) => position !== index);
  return exchange({ ...state, setAside: rest }, chosen.handIn, 'this-tab', now);
}

/** An earlier draft takes the place of what is stored elsewhere anyway; beside newer work it is only offered. */
function askRevision(state: DraftState, event: Extract<DraftEvent, { type: 'revision-asked' }>): DraftState {
  const { revision, isHandedIn, now } = event;
  const taken: DraftState = { ...state, revising: { status: 'taken', number: revision.number } };
  if (isSameHandIn(state.work, revision.handIn)) return taken;
  const isReplaceable = isHandedIn || isSameHandIn(state.work, EMPTY);
  if (state.save.status === 'saved' && isReplaceable) return edit(taken, revision.handIn, now);
  return { ...state, revising: { status: 'offered', revision } };
}

function takeRevision(state: DraftState, now: number): DraftState {
  if (state.revising.status !== 'offered' || state.save.status === 'conflict') return state;
  const { number, handIn } = state.revising.revision;
  return exchange({ ...state, revising: { status: 'taken', number } }, handIn, 'this-tab', now);
}

/** Puts other work on the screen and what was there aside. */
function exchange(state: DraftState, work: PartialHandIn, origin: SetAside['origin'], now: number): DraftState {
  const setAside = putAside(state.setAside, { handIn: state.work, at: now, origin });
  return edit({ ...state, recoveredOver: null, setAside }, work, now);
}

/** Puts a version in front of the others, each text once; one without a word or a pick is not worth keeping. */
export function putAside(list: readonly SetAside[], item: SetAside): readonly SetAside[] {
  const isEmpty = item.handIn.explanation.trim() === '' && Object.keys(item.handIn.choices).length === 0;
  if (isEmpty) return list;
  const others = list.filter(({ handIn }) => !isSameHandIn(handIn, item.handIn));
  return [item, ...others].slice(0, MOST_SET_ASIDE);
}
