import type { ContentFile } from './content-files';
import { parseYaml } from './parse-yaml';
import { splitFrontMatter } from './split-front-matter';

/** How long a fact that was checked counts as fresh. */
export const FRESH_MONTHS = 12;

/** A day as `2026-11-21`; two of them compare as text. */
type Day = string;

export interface StaleFact {
  readonly file: string;
  readonly line: number;
  /** What was checked, as an author calls it. */
  readonly what: string;
  /** The day by which it should have been read again. */
  readonly due: Day;
  readonly daysLate: number;
}

interface DatedFact {
  readonly file: string;
  readonly line: number;
  readonly what: string;
  readonly due: Day;
}

/** Facts of lessons and library whose day has passed, longest overdue first. `today` is told, so that a test can choose it. */
export function staleFacts(files: readonly ContentFile[], today: Day): StaleFact[] {
  return files
    .flatMap(datedFacts)
    .filter(({ due }) => due < today)
    .map((fact) => ({ ...fact, daysLate: daysBetween(fact.due, today) }))
    .sort((one, other) => other.daysLate - one.daysLate || one.file.localeCompare(other.file, 'en'));
}

/** `file → line 12: GC guide should have been checked by 2027-11-21, 30 days ago` */
export function formatStaleFact({ file, line, what, due, daysLate }: StaleFact): string {
  return `${file} → line ${line}: ${what} should have been checked again by ${due}, ${daysLate} ${daysLate === 1 ? 'day' : 'days'} ago`;
}

/** One sentence for those who start or build the course. */
export function staleNote(count: number): string {
  const what = count === 1 ? 'One dated fact of the course is' : `${count} dated facts of the course are`;
  return `${what} due to be checked again: npm run check:content -- --stale lists ${count === 1 ? 'it' : 'them'}.`;
}

/** Read from the files rather than from the loaded course: it is asked at every start, and must not wait for a compiler. */
function datedFacts({ file, text }: ContentFile): DatedFact[] {
  if (/^(lessons|library)\/.*\.yaml$/.test(file)) return factsInYaml(text, file, 1);
  if (!file.endsWith('/lesson.mdx')) return [];
  return [...factsInYaml(splitFrontMatter(text)?.head ?? '', file, 2), ...sourcesIn(text, file)];
}

const LABELS = ['title', 'term', 'id'];

function factsInYaml(text: string, file: string, firstLine: number): DatedFact[] {
  const yaml = parseYaml(text, file, firstLine);
  const facts: DatedFact[] = [];
  const visit = (value: unknown, path: readonly (string | number)[], around: string): void => {
    if (typeof value !== 'object' || value === null) return;
    const entries = Object.entries(value);
    const own = LABELS.flatMap((label) => entries.filter(([key, found]) => key === label && typeof found === 'string'));
    const what = own[0] ? String(own[0][1]) : around;
    for (const [key, inner] of entries) {
      const place = [...path, Array.isArray(value) ? Number(key) : key];
      const due = typeof inner === 'string' ? dueDay(key, inner) : null;
      if (due) facts.push({ file, line: yaml.lineOf(place) ?? firstLine, what, due });
      visit(inner, place, what);
    }
  };
  visit(yaml.value, [], file);
  return facts;
}

/** A source in the margin of a lesson; attributes in any order, each in quotation marks. */
const SOURCE = /<Source\b(?:[^>"]|"[^"]*")*>/g;

function sourcesIn(text: string, file: string): DatedFact[] {
  return [...text.matchAll(SOURCE)].flatMap((match): DatedFact[] => {
    const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(match[0])?.[1];
    const due = dueDay('checked', attribute('checked') ?? '');
    const line = text.slice(0, match.index).split('\n').length;
    return due ? [{ file, line, what: attribute('title') ?? 'a source', due }] : [];
  });
}

/** `checkBy` is a day itself; what was checked or reviewed is due some months later. */
function dueDay(key: string, value: string): Day | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return null;
  if (key === 'checkBy') return value;
  return key === 'checked' || key === 'reviewedOn' ? addMonths(value, FRESH_MONTHS) : null;
}

/** The same day some months on, or the last one of a shorter month. */
function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  const found = new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth.getUTCDate())));
  return found.toISOString().slice(0, 10);
}

function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
