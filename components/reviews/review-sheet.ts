import type { Grade } from '@/schemas/grade';
import type { Level } from '@/schemas/rubric';

/** A level set by the reviewer, with the reason as typed so far. */
export interface SetLevel {
  readonly level: Level;
  readonly reason: string;
}

type Phase =
  | { readonly step: 'open' }
  /** A level has no reason yet; `criterionId` is the first of them. */
  | { readonly step: 'incomplete'; readonly criterionId: string }
  | { readonly step: 'sending' }
  | { readonly step: 'refused'; readonly message: string };

/** What the reviewer has done to one draft so far. A refusal changes nothing of it but the phase. */
export interface Sheet {
  /** Place of the criterion that the keys are about. */
  readonly focus: number;
  readonly set: Readonly<Record<string, SetLevel>>;
  readonly alsoTo: readonly string[];
  readonly phase: Phase;
}

export type SheetEvent =
  | { readonly type: 'moved'; readonly to: number }
  | { readonly type: 'level-chosen'; readonly criterionId: string; readonly level: Level; readonly inForce: Level }
  | { readonly type: 'reason-typed'; readonly criterionId: string; readonly reason: string }
  | { readonly type: 'cleared' }
  | { readonly type: 'alike-toggled'; readonly submissionId: string }
  | { readonly type: 'sent' }
  | { readonly type: 'refused'; readonly message: string }
  | { readonly type: 'incomplete'; readonly criterionId: string };

export const EMPTY_SHEET: Sheet = { focus: 0, set: {}, alsoTo: [], phase: { step: 'open' } };

/** Fewer characters say nothing to the learner. */
export const LEAST_REASON = 3;

function chooseLevel(
  sheet: Sheet,
  { criterionId, level, inForce }: Extract<SheetEvent, { type: 'level-chosen' }>,
): Sheet {
  const { [criterionId]: before, ...others } = sheet.set;
  // The level that is in force already needs no ruling.
  const set = level === inForce ? others : { ...others, [criterionId]: { level, reason: before?.reason ?? '' } };
  return { ...sheet, set, phase: { step: 'open' } };
}

/** The next state of the sheet. While it is being sent nothing on it changes. */
export function changeSheet(sheet: Sheet, event: SheetEvent): Sheet {
  if (sheet.phase.step === 'sending' && event.type !== 'refused') return sheet;
  switch (event.type) {
    case 'moved':
      return { ...sheet, focus: event.to };
    case 'level-chosen':
      return chooseLevel(sheet, event);
    case 'reason-typed': {
      const before = sheet.set[event.criterionId];
      if (!before) return sheet;
      const set = { ...sheet.set, [event.criterionId]: { ...before, reason: event.reason } };
      return { ...sheet, set, phase: { step: 'open' } };
    }
    case 'cleared':
      return { ...sheet, set: {}, alsoTo: [], phase: { step: 'open' } };
    case 'alike-toggled': {
      const isOn = sheet.alsoTo.includes(event.submissionId);
      const others = sheet.alsoTo.filter((id) => id !== event.submissionId);
      return { ...sheet, alsoTo: isOn ? others : [...others, event.submissionId] };
    }
    case 'sent':
      return { ...sheet, phase: { step: 'sending' } };
    case 'refused':
      return { ...sheet, phase: { step: 'refused', message: event.message } };
    case 'incomplete':
      return { ...sheet, phase: { step: 'incomplete', criterionId: event.criterionId } };
  }
}

/** What would be sent, in the order of the rubric. */
export function rulingsIn(sheet: Sheet, grade: Pick<Grade, 'criteria'>) {
  return grade.criteria.flatMap(({ id }) => {
    const set = sheet.set[id];
    return set ? [{ criterionId: id, level: set.level, reason: set.reason.trim() }] : [];
  });
}
