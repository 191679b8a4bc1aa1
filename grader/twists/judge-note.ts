import type { Evidence } from '@/schemas/grade';
import type { NoteGrade } from '@/schemas/twist-grade';
import { isAddressedToGrader } from '../signals/addressed-to-grader';
import { isKeywordList } from '../signals/keyword-list';
import { type Logistic, logistic, logit } from '../statistics/fit-logistic';
import { type ReadText, readText } from '../text/read-text';
import { type MeasuredNote, measureNote, type NoteWindow } from './measure-note';
import type { PreparedTwist } from './prepare-twist';

/** Weights over NOTE_FEATURES: whether a note earns anything, and whether it earns all. */
export interface NoteModel {
  readonly earns: Logistic;
  readonly earnsAll: Logistic;
}

/**
 * Fitted by course/commands/fit-twist-notes.ts on the statements of all exercises (each left out of its own list) and on
 * the notes of tests/support/twist-notes.yaml. A whole reason is asked for more than even odds: a wrong reason called
 * right teaches worse than a right one called half.
 */
export const SHIPPED_NOTE_MODEL: NoteModel = {
  earns: { bias: -3.67, weights: [5.91, 2.11, 1.93, 0, 0.64, 3.71] },
  earnsAll: { bias: -9.56, weights: [10.72, 0.81, 1.04, 0.47, 0.47, 4.09] },
};

/** Logit from which a window says a statement nearly word for word; then the statement decides and not the weights. */
const VERBATIM = 1;
/** How much nearer to another statement it must then be. */
const CLEARLY = 0.5;
/** Fewest words of one's own that a whole reason needs: less is the changed fact once more. */
const FEWEST_OWN_WORDS = 3;
/** Least share of the changed fact that a whole reason names, unless it is nearly one of the reasons word for word. */
const LEAST_NAMED = 0.08;
/** Closer than this to one half the weights do not know. */
const UNSURE = 0.12;

/** A sentence that sets aside what it goes on to say. */
const DENIAL =
  /\b(?:it(?: is|'s) (?:not true|untrue|false|wrong|a myth)|(?:do|does|did)(?: not|n't) (?:think|believe|agree|accept|claim|mean)|disagree|nobody (?:should|can) (?:say|claim|think)|it would be wrong)\b/i;

/** What a note came to, and whether a person should look. */
export interface JudgedNote {
  readonly note: NoteGrade;
  readonly needsReview: boolean;
}

const nothing = (finding: NoteGrade['finding'], needsReview = false): JudgedNote => ({
  note: { level: 'none', finding, evidence: [] },
  needsReview,
});

function evidenceOf({ window }: NoteWindow): Evidence {
  return { start: window.start, end: window.end, quote: window.text };
}

/** What a statement said nearly word for word settles; null where none is. */
function settledBy(measured: MeasuredNote): NoteGrade['finding'] | null {
  const { windows } = measured;
  const isSaid = (near: number, other: number) => near >= VERBATIM && near > other + CLEARLY;
  if (windows.some(({ notReason, reason }) => isSaid(notReason, reason))) return 'other-reason';
  const said = windows.toSorted((one, other) => other.reason - one.reason)[0];
  if (said && isSaid(said.reason, said.notReason)) return said.isTurned ? 'nothing' : 'reason';
  return windows.some(({ half, notReason }) => isSaid(half, notReason)) ? 'half' : null;
}

/** The passage nearest to a right reason; a shorter one where two are alike. */
function nearest(windows: readonly NoteWindow[]): NoteWindow | undefined {
  const worth = ({ reason, half, window }: NoteWindow) => Math.max(reason, half) - 0.001 * window.terms.length;
  return windows.toSorted((one, other) => worth(other) - worth(one))[0];
}

function findingOf(measured: MeasuredNote, model: NoteModel): { finding: NoteGrade['finding']; isUnsure: boolean } {
  const settled = settledBy(measured);
  const [earns, all] = [model.earns, model.earnsAll].map((part) => logistic(logit(part, measured.features)));
  if (settled) return { finding: settled, isUnsure: false };
  const isClose = (chance = 0) => Math.abs(chance - 0.5) < UNSURE;
  if ((earns ?? 0) < 0.5) {
    const strayed = measured.windows.some(({ notReason, reason }) => notReason > 0 && notReason > reason);
    return { finding: strayed ? 'other-reason' : 'nothing', isUnsure: isClose(earns) };
  }
  const isWhole = (all ?? 0) >= 0.5 && measured.named >= LEAST_NAMED;
  return { finding: !isWhole ? 'half' : 'reason', isUnsure: isClose(earns) || isClose(all) };
}

/** Only what can count as a reason: no list of terms, and nothing that is set aside in the same breath. */
function eligible(read: ReadText): ReadText {
  const units = read.units.filter((unit) => {
    const text = read.text.slice(unit.start, unit.end);
    return !isKeywordList(read.text, unit) && !DENIAL.test(text);
  });
  return { text: read.text, units };
}

/**
 * Whether a note gives the changed fact as its reason: full where it names the fact and ties it to what moves or stays,
 * half for one without the other or for the fact repeated, none for another reason or the contrary.
 */
export function judgeNote(twist: PreparedTwist, note: string, model: NoteModel = SHIPPED_NOTE_MODEL): JudgedNote {
  const read = readText(note);
  if (read.units.some(({ start, end }) => isAddressedToGrader(note.slice(start, end)))) return nothing('hostile', true);
  const measured = measureNote(twist, eligible(read));
  const best = nearest(measured.windows);
  if (!best) return nothing('nothing');
  const { finding, isUnsure } = findingOf(measured, model);
  if (finding === 'other-reason' || finding === 'nothing') return nothing(finding, isUnsure);
  const evidence = [evidenceOf(best)];
  if (measured.ownWords < FEWEST_OWN_WORDS)
    return { note: { level: 'half', finding: 'copied', evidence }, needsReview: isUnsure };
  const level = finding === 'reason' ? 'full' : 'half';
  return { note: { level, finding, evidence }, needsReview: isUnsure };
}
