import { z } from 'zod';
import {
  DECISION_CHOICES,
  type DecisionEvidence,
  type DecisionPart,
  type DecisionRecord,
  type DecisionStatus,
} from '@/schemas/decision';
import { tidy, unescapeInline, unguardLines } from './guard-lines';
import { readItems } from './read-sections';
import { CHOICE_WORDS, NO_NAME } from './write-madr';

const STATUSES: readonly (readonly [RegExp, DecisionStatus])[] = [
  [/^(?:proposed|draft|in review|under review|open|pending)\b/i, 'draft'],
  [/^(?:accepted|decided|approved|adopted|implemented|done)\b/i, 'decided'],
  [/^(?:superseded|deprecated|replaced|obsolete)\b/i, 'superseded'],
];

/** What a status says, and whether the word is all it says ("accepted", not "superseded by ADR-9"). */
export function statusOf(text: string): { readonly status: DecisionStatus; readonly isWhole: boolean } | null {
  const plain = text.replace(/[*_`"']/g, '').trim();
  const found = STATUSES.find(([pattern]) => pattern.test(plain));
  if (!found) return null;
  return { status: found[1], isWhole: plain.replace(found[0], '').replace(/[.\s]/g, '') === '' };
}

const day = z.iso.date();

/** A day as YYYY-MM-DD; anything else is not guessed at. */
export const readDay = (text: string): string => day.safeParse(text.trim()).data ?? '';

const PART = /^\*\*((?:\\.|[^*\\\n]){1,240})\*\*:\s(.*)$/;

function readPart(item: string): DecisionPart | null {
  const [, rawName = '', said = ''] = PART.exec(item) ?? [];
  const choice = DECISION_CHOICES.find(
    (one) => said === CHOICE_WORDS[one] || said.startsWith(`${CHOICE_WORDS[one]}: `),
  );
  if (!choice) return null;
  const name = unescapeInline(rawName.trim());
  const other = unescapeInline(said.slice(CHOICE_WORDS[choice].length).replace(/^: /, ''));
  return { name: name === NO_NAME ? '' : name, choice, other };
}

/** "* **Gateway**: Rust", as exported; anything else stays text. */
export function readParts(body: string): { parts: DecisionPart[]; rest: string } {
  const { items, rest } = readItems(body);
  const read = items.map((item) => ({ item, part: readPart(item) }));
  const left = read.filter(({ part }) => part === null).map(({ item }) => `* ${item}`);
  return { parts: read.flatMap(({ part }) => part ?? []), rest: [rest, ...left].filter(Boolean).join('\n') };
}

const LABEL = /^\*\*(Claim|Source|Limit|What|By):\*\*(?:\s|$)/;

function readLabelled(item: string): { label: string; text: string } | null {
  const found = LABEL.exec(item);
  if (!found) return null;
  return { label: found[1] ?? '', text: unguardLines(tidy(item.slice(found[0].length))) };
}

/** Claims with source and limit, as exported; a list of anything else is a list of claims. */
export function readEvidence(body: string): { evidence: DecisionEvidence[]; rest: string } {
  const { items, rest } = readItems(body);
  const evidence: DecisionEvidence[] = [];
  for (const item of items) {
    const read = readLabelled(item);
    const last = evidence.at(-1);
    if (read?.label === 'Source' && last) last.source = read.text;
    else if (read?.label === 'Limit' && last) last.limit = read.text;
    else evidence.push({ claim: read?.text ?? unguardLines(tidy(item)), source: '', limit: '' });
  }
  return { evidence, rest };
}

/** "What" and "By", as exported; other text is the condition whole. */
export function readReversal(body: string): DecisionRecord['reversal'] {
  const read = readItems(body).items.map(readLabelled);
  const what = read.find((one) => one?.label === 'What');
  if (!what) return { what: unguardLines(tidy(body)), by: '' };
  return { what: what.text, by: read.find((one) => one?.label === 'By')?.text ?? '' };
}
