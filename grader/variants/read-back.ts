import type { ExchangeTable } from '@/schemas/variant';
import { applyEdits, findEdits } from './exchange-numbers';

/** A learner's text as the grader reads it: with the figures by which the grader was calibrated. */
export interface Reading {
  /** What is judged. */
  readonly text: string;
  /** What the learner wrote. */
  readonly own: string;
  /** The place in the learner's own words of a place in `text`; a number counts whole. */
  readonly toOwn: (start: number, end: number) => { readonly start: number; readonly end: number };
}

/** Reads the figures of a variant back to those of the base. Without a table the text is read as it stands. */
export function readBack(own: string, table: ExchangeTable | null): Reading {
  const edits = table ? findEdits(own, table) : [];
  if (edits.length === 0) return { text: own, own, toOwn: (start, end) => ({ start, end }) };
  let shift = 0;
  const places = edits.map((edit) => {
    const start = edit.start + shift;
    shift += edit.text.length - (edit.end - edit.start);
    return { start, end: start + edit.text.length, own: edit };
  });
  const ownOffset = (offset: number, isEnd: boolean): number => {
    const last = places.findLast(({ start }) => (isEnd ? start < offset : start <= offset));
    if (!last) return offset;
    if (isEnd ? offset <= last.end : offset < last.end) return isEnd ? last.own.end : last.own.start;
    return offset - last.end + last.own.end;
  };
  return {
    text: applyEdits(own, edits),
    own,
    toOwn: (start, end) => ({ start: ownOffset(start, false), end: ownOffset(end, true) }),
  };
}
