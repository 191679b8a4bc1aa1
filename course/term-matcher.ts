import { createHash } from 'node:crypto';
import type { TermId } from '@/schemas/ids';
import type { Term } from '@/schemas/term';

/** A use of a term in a text, from `start` up to `end`. */
export interface TermUse {
  readonly id: TermId;
  readonly start: number;
  readonly end: number;
}

export interface TermMatcher {
  /** Changes when a term or one of its forms does. */
  readonly key: string;
  /** Every use, from left to right; of overlapping ones the longest. */
  readonly find: (text: string) => TermUse[];
}

interface Form {
  readonly id: TermId;
  readonly text: string;
  /** How many signs stand before the form's first word, as in `-race`. */
  readonly lead: number;
}

const WORD = /[\p{L}\p{N}]+/gu;
const GLUED_BEFORE = /[\p{L}\p{N}_.-]/u;
/** "heap-allocated", "p99.5" and "cgo.Handle" are other words; "heap." and "heap's" are not. */
const GLUED_AFTER = /^(?:[\p{L}\p{N}_]|[.-][\p{L}\p{N}])/u;

/** One kind of apostrophe and of space; the length stays, so that places hold for the text as written. */
export function evenOut(text: string): string {
  return text.replaceAll('’', "'").replace(/\s/g, ' ');
}

/**
 * Looks up the forms that begin with each word of a text, so the cost follows the text and not the glossary. Whole words
 * only. A form in small letters may also open a sentence; one with a capital (GOGC, Tokio) is matched as it is written.
 */
export function termMatcher(glossary: readonly Term[]): TermMatcher {
  const byFirstWord = new Map<string, Form[]>();
  for (const form of glossary.flatMap(formsOf)) {
    const first = firstWordOf(form.text).word.toLowerCase();
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), form]);
  }
  for (const forms of byFirstWord.values()) forms.sort((one, other) => other.text.length - one.text.length);
  const key = createHash('sha256')
    .update(JSON.stringify(glossary.map(({ id, term, also }) => [id, term, also])))
    .digest('hex');
  return { key, find: (text) => findUses(evenOut(text), byFirstWord) };
}

function formsOf({ id, term, also }: Term): Form[] {
  return [term, ...also].map((form) => {
    const text = evenOut(form);
    return { id, text, lead: firstWordOf(text).index };
  });
}

function firstWordOf(text: string): { word: string; index: number } {
  const [first] = text.matchAll(WORD);
  return { word: first?.[0] ?? '', index: first?.index ?? 0 };
}

function findUses(text: string, byFirstWord: ReadonlyMap<string, readonly Form[]>): TermUse[] {
  const uses: TermUse[] = [];
  let free = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const form = byFirstWord
      .get(word.toLowerCase())
      ?.find(({ lead, text: wanted }) => index - lead >= free && isUse(text, index - lead, wanted));
    if (!form) continue;
    const start = index - form.lead;
    free = start + form.text.length;
    uses.push({ id: form.id, start, end: free });
  }
  return uses;
}

function isUse(text: string, start: number, form: string): boolean {
  const end = start + form.length;
  const found = text.slice(start, end);
  if (found !== form && found !== opened(form)) return false;
  return !GLUED_BEFORE.test(text.charAt(start - 1)) && !GLUED_AFTER.test(text.slice(end, end + 2));
}

/** As it stands at the start of a sentence; "iOS"-like forms hold a capital already and stay as they are. */
function opened(form: string): string {
  return form === form.toLowerCase() ? form.charAt(0).toUpperCase() + form.slice(1) : form;
}
