import type { Decision, DecisionRecord } from '@/schemas/decision';

/**
 * The life of a decision in one browser tab, as a pure machine like that of an exercise's draft
 * (components/exercise/draft-machine.ts). It is simpler: the decision exists on the server before it is opened.
 */
export const PAUSE_MS = 1_500;
export const LONGEST_WAIT_MS = 8_000;
export const RETRY_MS = 10_000;

/** What this device keeps of work that the server has not acknowledged. `base` is the version it was made from. */
export interface DecisionCopy {
  readonly base: number;
  readonly record: DecisionRecord;
  readonly editedAt: number;
}

export type DecisionSave =
  | { readonly status: 'saved'; readonly at: number }
  | { readonly status: 'waiting'; readonly since: number; readonly editedAt: number }
  | { readonly status: 'saving'; readonly editedAt: number }
  | { readonly status: 'offline'; readonly failedAt: number; readonly editedAt: number }
  | { readonly status: 'refused'; readonly message: string; readonly failedAt: number; readonly editedAt: number }
  | { readonly status: 'conflict'; readonly theirs: Decision; readonly editedAt: number };

export interface DecisionState {
  readonly work: DecisionRecord;
  /** The server's version that `work` builds on. */
  readonly base: number;
  readonly save: DecisionSave;
  /** What the server held when newer work was found on this device. */
  readonly recoveredOver: DecisionRecord | null;
  /** The version that lost the latest choice, so that choosing loses nothing. */
  readonly setAside: DecisionRecord | null;
}

export type DecisionEvent =
  | { readonly type: 'edited'; readonly work: DecisionRecord; readonly now: number }
  | { readonly type: 'found-on-device'; readonly copy: DecisionCopy; readonly stored: Decision; readonly now: number }
  | { readonly type: 'recovery-kept' }
  | { readonly type: 'recovery-undone'; readonly now: number }
  | { readonly type: 'save-sent' }
  | { readonly type: 'save-acknowledged'; readonly decision: Decision; readonly now: number }
  | { readonly type: 'save-unreachable'; readonly now: number }
  | { readonly type: 'save-refused'; readonly message: string; readonly now: number }
  | { readonly type: 'save-stale'; readonly theirs: Decision; readonly now: number }
  | { readonly type: 'mine-kept'; readonly now: number }
  | { readonly type: 'theirs-taken' }
  | { readonly type: 'set-aside-restored'; readonly now: number };

export function openDecision({ record, version, savedAt }: Decision): DecisionState {
  return { work: record, base: version, save: { status: 'saved', at: savedAt }, recoveredOver: null, setAside: null };
}

/** Whether two records say the same; both are read through one schema, so their keys stand in one order. */
export const isSameRecord = (one: DecisionRecord, other: DecisionRecord) =>
  JSON.stringify(one) === JSON.stringify(other);

/** What this device should keep now; null when the server has everything. */
export function copyToKeep({ save, base, work }: DecisionState): DecisionCopy | null {
  return save.status === 'saved' ? null : { base, record: work, editedAt: save.editedAt };
}

/** When the next save is due, as an instant; null when nothing is due by itself. */
export function nextSaveAt({ save }: DecisionState): number | null {
  if (save.status === 'waiting') return Math.min(save.editedAt + PAUSE_MS, save.since + LONGEST_WAIT_MS);
  if (save.status === 'offline' || save.status === 'refused') return save.failedAt + RETRY_MS;
  return null;
}

export function reduceDecision(state: DecisionState, event: DecisionEvent): DecisionState {
  switch (event.type) {
    case 'edited':
      return edit(state, event.work, event.now);
    case 'found-on-device':
      return findOnDevice(state, event.copy, event.stored, event.now);
    case 'recovery-kept':
      return { ...state, recoveredOver: null };
    case 'recovery-undone':
      return state.recoveredOver ? exchange(state, state.recoveredOver, event.now) : state;
    case 'save-sent':
      return send(state);
    case 'save-acknowledged':
      return acknowledge(state, event.decision, event.now);
    case 'save-unreachable':
      return { ...state, save: { status: 'offline', failedAt: event.now, editedAt: lastEdit(state, event.now) } };
    case 'save-refused':
      return { ...state, save: refused(state, event.message, event.now) };
    case 'save-stale':
      return meetStale(state, event.theirs, event.now);
    case 'mine-kept':
      return keepMine(state, event.now);
    case 'theirs-taken':
      return takeTheirs(state);
    case 'set-aside-restored':
      return state.setAside ? exchange(state, state.setAside, event.now) : state;
    default:
      return event satisfies never;
  }
}

const lastEdit = ({ save }: DecisionState, now: number) => (save.status === 'saved' ? now : save.editedAt);

const refused = (state: DecisionState, message: string, now: number): DecisionSave => ({
  status: 'refused',
  message,
  failedAt: now,
  editedAt: lastEdit(state, now),
});

function edit(state: DecisionState, work: DecisionRecord, now: number): DecisionState {
  const { save } = state;
  // While a save is under way, offline or in conflict, a change starts no request of its own.
  if (save.status === 'saving' || save.status === 'conflict' || save.status === 'offline')
    return { ...state, work, save: { ...save, editedAt: now } };
  const since = save.status === 'waiting' ? save.since : now;
  return { ...state, work, save: { status: 'waiting', since, editedAt: now } };
}

/** Versions decide which copy counts, never clocks; and a clock that was ahead when it was kept must not put its save off. */
function findOnDevice(state: DecisionState, copy: DecisionCopy, stored: Decision, now: number): DecisionState {
  if (isSameRecord(copy.record, state.work)) return state;
  if (copy.base !== state.base)
    return {
      ...state,
      work: copy.record,
      base: copy.base,
      save: { status: 'conflict', theirs: stored, editedAt: now },
    };
  const save: DecisionSave = { status: 'waiting', since: now, editedAt: now };
  return { ...state, work: copy.record, save, recoveredOver: state.work };
}

function send(state: DecisionState): DecisionState {
  const { save } = state;
  if (save.status === 'saved' || save.status === 'saving' || save.status === 'conflict') return state;
  return { ...state, save: { status: 'saving', editedAt: save.editedAt } };
}

function acknowledge(state: DecisionState, decision: Decision, now: number): DecisionState {
  const known = { ...state, base: decision.version };
  if (isSameRecord(state.work, decision.record)) return { ...known, save: { status: 'saved', at: decision.savedAt } };
  return { ...known, save: { status: 'waiting', since: now, editedAt: lastEdit(state, now) } };
}

function meetStale(state: DecisionState, theirs: Decision, now: number): DecisionState {
  // The other tab saved the very same words: nothing to choose.
  if (isSameRecord(state.work, theirs.record)) return acknowledge(state, theirs, now);
  return { ...state, save: { status: 'conflict', theirs, editedAt: lastEdit(state, now) } };
}

function keepMine(state: DecisionState, now: number): DecisionState {
  if (state.save.status !== 'conflict') return state;
  const { theirs } = state.save;
  const save: DecisionSave = { status: 'waiting', since: now, editedAt: now };
  return { ...state, base: theirs.version, save, setAside: theirs.record };
}

function takeTheirs(state: DecisionState): DecisionState {
  if (state.save.status !== 'conflict') return state;
  const { theirs } = state.save;
  const save: DecisionSave = { status: 'saved', at: theirs.savedAt };
  return { work: theirs.record, base: theirs.version, save, recoveredOver: null, setAside: state.work };
}

function exchange(state: DecisionState, work: DecisionRecord, now: number): DecisionState {
  if (state.save.status === 'conflict') return state;
  return edit({ ...state, recoveredOver: null, setAside: state.work }, work, now);
}
