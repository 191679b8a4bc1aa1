import type {
  DecisionChoice,
  DecisionEvidence,
  DecisionOption,
  DecisionPart,
  DecisionRecord,
  DecisionStatus,
} from '@/schemas/decision';
import { escapeInline, fencedLines, guardLines, tidy } from './guard-lines';
import { HEADINGS } from './headings';

export const NO_TITLE = 'Decision without a title';
export const NO_NAME = 'Without a name';

/** MADR's own words for the states. */
export const STATUS_WORDS: Readonly<Record<DecisionStatus, string>> = {
  draft: 'proposed',
  decided: 'accepted',
  superseded: 'superseded',
};

export const CHOICE_WORDS: Readonly<Record<DecisionChoice, string>> = {
  rust: 'Rust',
  go: 'Go',
  either: 'either Rust or Go',
  'keep-existing': 'neither, keep what exists',
  other: 'something else',
};

const indent = (text: string) =>
  text
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`))
    .join('\n');

/** A list item with a label; text of several lines stands under it. */
function writeItem(label: string, text: string): string {
  if (text === '') return `* ${label}`;
  return text.includes('\n') ? `* ${label}\n\n${indent(text)}\n` : `* ${label} ${text}`;
}

/** One reason a line becomes one item a line; paragraphs and listings stay together. */
function writeReasons(label: string, raw: string): string[] {
  const text = guardLines(tidy(raw));
  if (text === '') return [];
  const lines = text.split('\n');
  const isList = lines.every((line) => line !== '' && !/^\s/.test(line)) && !fencedLines(lines).includes(true);
  return isList ? lines.map((line) => `* ${label} ${line}`) : [writeItem(label, text)];
}

const nameOf = (name: string) => escapeInline(name.trim()) || NO_NAME;

function writeOption({ name, pros, cons }: DecisionOption): string {
  const reasons = [...writeReasons('Good, because', pros), ...writeReasons('Bad, because', cons)];
  return [`### ${nameOf(name)}`, reasons.join('\n').trimEnd()].filter((part) => part !== '').join('\n\n');
}

function writePart({ name, choice, other }: DecisionPart): string {
  const extra = other.trim() === '' ? '' : `: ${escapeInline(other.trim())}`;
  return `* **${nameOf(name)}**: ${CHOICE_WORDS[choice]}${extra}`;
}

function writeEvidence({ claim, source, limit }: DecisionEvidence): string {
  const item = (label: string, text: string) => writeItem(`**${label}:**`, guardLines(tidy(text)));
  return [item('Claim', claim), item('Source', source), item('Limit', limit)].join('\n');
}

function section(mark: string, heading: string, body: string): string[] {
  return body.trim() === '' ? [] : [`${mark} ${heading}`, body.trimEnd()];
}

function writeHead({ status, date, reviewOn }: DecisionRecord): string {
  const lines = [`status: "${STATUS_WORDS[status]}"`];
  if (date) lines.push(`date: ${date}`);
  if (reviewOn) lines.push(`review-on: ${reviewOn}`);
  return `---\n${lines.join('\n')}\n---`;
}

function writeReversal({ what, by }: DecisionRecord['reversal']): string {
  const text = guardLines(tidy(what));
  const day = by.trim();
  if (text === '' && day === '') return '';
  return [writeItem('**What:**', text), writeItem('**By:**', guardLines(day))].join('\n');
}

/** A decision as a Markdown file after MADR 4, with sections of its own for what MADR has none. */
export function writeMadr(record: DecisionRecord): string {
  const { options, parts, evidence } = record;
  const text = (raw: string) => guardLines(tidy(raw));
  const outcome = [
    ...(text(record.decision) === '' ? [] : [text(record.decision)]),
    ...section('###', HEADINGS.parts, parts.map(writePart).join('\n')),
    ...section('###', HEADINGS.consequences, text(record.consequences)),
  ];
  const blocks = [
    writeHead(record),
    `# ${escapeInline(record.title.trim()) || NO_TITLE}`,
    ...section('##', HEADINGS.context, text(record.context)),
    ...section('##', HEADINGS.constraint, text(record.constraint)),
    ...section('##', HEADINGS.options, options.map(({ name }) => `* ${nameOf(name)}`).join('\n')),
    ...(outcome.length === 0 ? [] : [`## ${HEADINGS.decision}`, ...outcome]),
    ...section('##', HEADINGS.details, options.map(writeOption).join('\n\n')),
    ...section('##', HEADINGS.evidence, evidence.map(writeEvidence).join('\n')),
    ...section('##', HEADINGS.boundary, text(record.boundary)),
    ...section('##', HEADINGS.ownership, text(record.ownership)),
    ...section('##', HEADINGS.reversal, writeReversal(record.reversal)),
    ...section('##', HEADINGS.notes, text(record.notes)),
  ];
  return `${blocks.join('\n\n')}\n`;
}
