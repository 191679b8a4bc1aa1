import type { z } from 'zod';
import { type DecisionRecord, DecisionRecordSchema, EMPTY_DECISION } from '@/schemas/decision';
import type { Outcome } from '@/schemas/outcome';
import { countWords } from '../sentences';
import { checkText, type ImportProblem } from './check-text';
import { readFrontMatter } from './front-matter';
import { tidy, unescapeInline, unguardLines } from './guard-lines';
import { type SectionId, sectionOf } from './headings';
import { readDay, readEvidence, readParts, readReversal, statusOf } from './read-fields';
import { mergeOptions, type ReadOption, readOption, readOptionList } from './read-options';
import { readSections, type Section } from './read-sections';
import { NO_TITLE } from './write-madr';

/** Where one section of a file went. */
export interface PlacedSection {
  /** Its heading, or what stands in for one. */
  readonly heading: string;
  readonly line: number;
  readonly field: string;
  readonly words: number;
}

export interface ImportedDecision {
  readonly record: DecisionRecord;
  readonly placed: readonly PlacedSection[];
}

type TextField = 'context' | 'decision' | 'constraint' | 'boundary' | 'ownership' | 'consequences' | 'notes';
const TEXT_FIELDS = ['context', 'decision', 'constraint', 'boundary', 'ownership', 'consequences', 'notes'] as const;
const isTextField = (id: SectionId | null): id is TextField => TEXT_FIELDS.some((field) => field === id);

const FIELD_LABELS: Readonly<Record<SectionId | 'title', string>> = {
  title: 'Title',
  context: 'Context and facts',
  constraint: 'Deciding constraint',
  options: 'Options considered',
  decision: 'The decision',
  parts: 'Components',
  consequences: 'Consequences',
  details: 'Options considered',
  evidence: 'Evidence',
  boundary: 'Boundary',
  ownership: 'Ownership',
  reversal: 'Reversal condition',
  notes: 'Anything else',
  status: 'Status',
  date: 'Date',
};

/** A file while it is being taken apart. */
class Importer {
  readonly placed: PlacedSection[] = [];
  readonly texts: Record<TextField, string[]> = {
    context: [],
    decision: [],
    constraint: [],
    boundary: [],
    ownership: [],
    consequences: [],
    notes: [],
  };
  readonly record: DecisionRecord = { ...EMPTY_DECISION };
  listed: ReadOption[] = [];
  detailed: ReadOption[] = [];

  note(section: Pick<Section, 'heading' | 'line'>, id: SectionId | 'title', text: string): void {
    this.placed.push({
      heading: unescapeInline(section.heading),
      line: section.line,
      field: FIELD_LABELS[id],
      words: countWords(text),
    });
  }

  add(field: TextField, text: string): void {
    if (text.trim() !== '') this.texts[field].push(unguardLines(tidy(text)));
  }
}

const withHeading = ({ level, heading, body }: Section) =>
  `${'#'.repeat(Math.max(level, 1))} ${heading}${body === '' ? '' : `\n\n${body}`}`;

const FACT = /^[>*+\-\s]{0,9}\**(status|date|review)(?: on| by| date)?\**\s?:\**\s*(.*)$/i;
/** "| Status | Accepted |", a row of a table of facts. */
const FACT_ROW = /^\|\s*\**(status|date|review)\**\s*\|\s*([^|]*?)\s*\|\s*$/i;

/** "**Status:** Accepted | **Date:** 2025-02-25" holds two facts. */
function factsOfLine(line: string): readonly string[] {
  const parts = line.split(' | ');
  return parts.length > 1 && parts.every((part) => /^\s*\*\*[^*:]{1,30}:?\*\*:?\s/.test(part)) ? parts : [line];
}

/** "Status: accepted" and "Date: 2024-02-01" above the first section, in any of the usual dresses. */
function takeFacts(into: Importer, body: string): string {
  const kept: string[] = [];
  for (const line of body.split('\n').flatMap(factsOfLine)) {
    const fact = FACT.exec(line) ?? FACT_ROW.exec(line);
    const value = (fact?.[2] ?? '').replace(/[*_`]/g, '').trim();
    const key = fact?.[1]?.toLowerCase();
    const isDate = key === 'date';
    const day = key === 'date' || key === 'review' ? readDay(value) : '';
    const status = key === 'status' ? statusOf(value) : null;
    if (key === 'review' && day && !into.record.reviewOn) into.record.reviewOn = day;
    else if (isDate && day && !into.record.date) into.record.date = day;
    else if (status?.isWhole) into.record.status = status.status;
    else {
      if (status) into.record.status = status.status;
      kept.push(line);
    }
  }
  return kept
    .filter((line) => !/^\s*-{3,}\s*$/.test(line))
    .join('\n')
    .trim();
}

function placeStatus(into: Importer, section: Section): void {
  const status = statusOf(section.body);
  if (status) into.record.status = status.status;
  if (!status?.isWhole) into.add('notes', withHeading(section));
  into.note(section, status?.isWhole ? 'status' : 'notes', section.body);
}

function placeDate(into: Importer, section: Section): void {
  const day = readDay(section.body.trim());
  if (day) into.record.date = day;
  else into.add('notes', withHeading(section));
  into.note(section, day ? 'date' : 'notes', section.body);
}

function placeKnown(into: Importer, id: SectionId, section: Section, isDetailed: boolean): void {
  const { body } = section;
  const keep = (rest: string) => rest.trim() !== '' && into.add('notes', `### ${section.heading}\n\n${rest}`);
  if (isTextField(id)) into.add(id, body);
  else if (id === 'options' || id === 'details') {
    const { options, rest } = readOptionList(body, isDetailed || id === 'details');
    into.listed.push(...options);
    keep(rest);
  } else if (id === 'parts') {
    const { parts, rest } = readParts(body);
    into.record.parts = [...into.record.parts, ...parts];
    keep(rest);
  } else if (id === 'evidence') {
    const { evidence, rest } = readEvidence(body);
    into.record.evidence = [...into.record.evidence, ...evidence];
    keep(rest);
  } else {
    const { what, by } = readReversal(body);
    const before = into.record.reversal;
    into.record.reversal = { what: [before.what, what].filter(Boolean).join('\n\n'), by: before.by || by };
  }
  into.note(section, id, body);
}

interface Frame {
  readonly level: number;
  readonly id: SectionId | null;
}

/** One section after the other; an unknown one inside a known one stays with it, any other goes to the open text. */
function placeSections(into: Importer, sections: readonly Section[]): void {
  const isDetailed = sections.some(({ heading }) => sectionOf(heading) === 'details');
  let stack: Frame[] = [];
  for (const section of sections) {
    stack = stack.filter(({ level }) => level < section.level);
    const parent = stack.at(-1);
    const isOption = parent?.id === 'options' || parent?.id === 'details';
    const id = isOption ? null : sectionOf(section.heading);
    if (isOption) {
      const read = readOption(section);
      into.detailed.push(read);
      if (read.rest !== '') into.add('notes', `### ${section.heading}\n\n${read.rest}`);
      into.note(section, 'details', section.body);
    } else if (id === 'status') placeStatus(into, section);
    else if (id === 'date') placeDate(into, section);
    else if (id) placeKnown(into, id, section, isDetailed);
    else {
      const field = isTextField(parent?.id ?? null) ? (parent?.id as TextField) : 'notes';
      into.add(field, withHeading(section));
      into.note(section, field, section.body);
    }
    stack.push({ level: section.level, id: id ?? (isOption ? null : (parent?.id ?? null)) });
  }
}

function finish(into: Importer): DecisionRecord {
  const texts = Object.fromEntries(TEXT_FIELDS.map((field) => [field, into.texts[field].join('\n\n')]));
  const options = mergeOptions(into.listed, into.detailed).map(({ option }) => option);
  return { ...into.record, ...texts, options };
}

const NAMES: Readonly<Record<string, string>> = { ...FIELD_LABELS, parts: 'Components', reviewOn: 'Date of review' };

/** The longest text of a field and the most entries of a list are the form's; a file may have more. */
function explain(error: z.ZodError): string {
  const issue = error.issues[0];
  const field = NAMES[String(issue?.path[0] ?? '')] ?? 'The record';
  const most = issue?.code === 'too_big' ? ` It holds at most ${String(issue.maximum)}.` : '';
  return `What would go into “${field}” does not fit there: ${issue?.message ?? 'it has the wrong shape'}.${most} Shorten that part of the file and read it again.`;
}

/**
 * Reads a decision record in Markdown: MADR 2 to 4, Nygard, or headings like theirs. Nothing is dropped: what has no
 * field goes into the open text with its heading. `detail` of a refusal says what is wrong, where, and what would be right.
 */
export function readAdr(raw: string): Outcome<ImportedDecision, ImportProblem, string> {
  const checked = checkText(raw);
  if (!checked.ok) return checked;
  const front = readFrontMatter(checked.value);
  if (!front.ok) return front;
  const into = new Importer();
  Object.assign(into.record, front.value.facts);
  if (front.value.rest !== '') into.add('notes', front.value.rest);
  const [before, ...sections] = readSections(front.value.text, front.value.firstLine);
  // Where the head names the title, a heading of the first level further down is a section like any other.
  const firstTitle = sections.findIndex(({ level, heading }) => level === 1 && sectionOf(heading) === null);
  const firstHeading = sections.findIndex(({ level }) => level > 0);
  const titleAt = into.record.title !== '' && firstTitle !== firstHeading ? -1 : firstTitle;
  const title = sections[titleAt];
  if (title) {
    const plain = unescapeInline(title.heading);
    into.record.title = plain === NO_TITLE ? '' : plain;
    into.note(title, 'title', title.heading);
  }
  const loose = [before?.body ?? '', title?.body ?? ''].map((body) => takeFacts(into, body)).filter(Boolean);
  // A text without a heading is a decision told in prose: its context.
  const isBare = sections.length === 0;
  for (const text of loose) into.add(isBare ? 'context' : 'notes', text);
  if (loose.length > 0)
    into.note(
      { heading: 'Text above the first section', line: front.value.firstLine },
      isBare ? 'context' : 'notes',
      loose.join(' '),
    );
  placeSections(
    into,
    sections.filter((_, at) => at !== titleAt),
  );
  const parsed = DecisionRecordSchema.safeParse(finish(into));
  if (!parsed.success) return { ok: false, reason: 'too-long', detail: explain(parsed.error) };
  return { ok: true, value: { record: parsed.data, placed: into.placed } };
}
