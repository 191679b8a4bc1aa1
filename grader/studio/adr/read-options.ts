import type { DecisionOption } from '@/schemas/decision';
import { tidy, unescapeInline, unguardLines } from './guard-lines';
import { readItems, type Section } from './read-sections';
import { NO_NAME } from './write-madr';

/** An option under way, with what is neither for nor against it. */
export interface ReadOption {
  readonly option: DecisionOption;
  readonly rest: string;
}

const FOR = /^(?:\*\*)?(?:good|pro|pros|advantage|benefit)s?(?:,? because)?(?:\*\*)?(?:\s*:(?:\*\*)?)?(?:\s|$)/i;
const AGAINST = /^(?:\*\*)?(?:bad|con|cons|disadvantage|drawback)s?(?:,? because)?(?:\*\*)?(?:\s*:(?:\*\*)?)?(?:\s|$)/i;
const LABEL_LINE = /^(?:#{1,6} )?[*_]{0,3}(pros?|advantages?|benefits?|cons?|disadvantages?|drawbacks?)[*_\s:]{0,9}$/i;

const plainName = (raw: string) => {
  const name = unescapeInline(raw.trim());
  return name === NO_NAME ? '' : name;
};

const joined = (parts: readonly string[]) => unguardLines(tidy(parts.filter((part) => part !== '').join('\n')));
/** Text under a label starts on the line below it. */
const after = (item: string, label: RegExp) => item.replace(label, '').replace(/^\n+/, '');

interface Reasons {
  pros: string[];
  cons: string[];
  rest: string[];
}

function readBlock(block: string, mode: 'pros' | 'cons' | 'rest', into: Reasons): void {
  const { items, rest } = readItems(block);
  for (const item of items) {
    const [first = ''] = item.split('\n');
    if (FOR.test(first)) into.pros.push(after(item, FOR));
    else if (AGAINST.test(first)) into.cons.push(after(item, AGAINST));
    else into[mode].push(mode === 'rest' ? `* ${item}` : item);
  }
  if (rest !== '') into[mode].push(rest);
}

/** The reasons under an option: "Good, because …" of MADR, or lists under "Pros" and "Cons". */
function readReasons(body: string): Reasons {
  const into: Reasons = { pros: [], cons: [], rest: [] };
  let mode: 'pros' | 'cons' | 'rest' = 'rest';
  let block: string[] = [];
  const end = () => {
    readBlock(block.join('\n'), mode, into);
    block = [];
  };
  for (const line of body.split('\n')) {
    const label = LABEL_LINE.exec(line)?.[1]?.toLowerCase();
    if (!label) {
      block.push(line);
      continue;
    }
    end();
    mode = /^(?:p|a|b)/.test(label) ? 'pros' : 'cons';
  }
  end();
  return into;
}

/** An option with a heading of its own. */
export function readOption({ heading, body }: Pick<Section, 'heading' | 'body'>): ReadOption {
  const { pros, cons, rest } = readReasons(body);
  return {
    option: { name: plainName(heading), pros: joined(pros), cons: joined(cons) },
    rest: joined(rest),
  };
}

const MOST_NAME_LETTERS = 200;

/** An item of several lines, or of a whole paragraph, is a name followed by what is said about it. */
function nameAndRest(item: string): { readonly name: string; readonly rest: string } {
  const [first = '', ...more] = item.split('\n');
  const isNested = more.some((line) => line.trim() !== '');
  const whole = item.replace(/\s+/g, ' ').trim();
  if (!isNested || !/^\s*(?:[*+-]|\d{1,3}[.)])\s/.test(more.find((line) => line.trim() !== '') ?? '')) {
    if (whole.length <= MOST_NAME_LETTERS) return { name: whole, rest: '' };
    const cut = whole.slice(0, MOST_NAME_LETTERS - 2);
    return { name: `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 100))} …`, rest: whole };
  }
  return {
    name: first.trim().slice(0, MOST_NAME_LETTERS),
    rest: more.map((line) => line.replace(/^ {1,4}/, '')).join('\n'),
  };
}

/** "**Python**: easy to prototype, but slow" names an option and says why it was weighed; without it, only the name. */
function splitItem(item: string): ReadOption {
  const [first = ''] = item.split('\n');
  const bold = /^\*\*([^*\n]{1,200})\*\*\s*(?::|—|–|-)?\s*/.exec(first);
  const plain = bold ? null : /^([^:\n(]{1,80}?)(?::\s+|\s+[—–-]\s+)/.exec(first);
  const found = bold ?? plain;
  if (!found) {
    const { name, rest: said } = nameAndRest(item);
    const { pros, cons, rest } = readReasons(said);
    return { option: { name: plainName(name), pros: joined(pros), cons: joined([...cons, ...rest]) }, rest: '' };
  }
  const name = plainName((found[1] ?? '').replace(/:$/, ''));
  const { pros, cons, rest } = readReasons(item.slice(found[0].length).replace(/^\n+/, ''));
  // A list of alternatives says why not; where it says neither, it is the reader who moves it.
  return { option: { name, pros: joined(pros), cons: joined([...cons, ...rest]) }, rest: '' };
}

const cellsOf = (row: string) =>
  row
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim().replace(/^\*\*(.*)\*\*$/, '$1'));

/** A table with a column for and a column against. */
function readTable(text: string): ReadOption[] | null {
  const rows = text.split('\n').filter((line) => line.trim().startsWith('|'));
  const head = cellsOf(rows[0] ?? '').map((cell) => cell.toLowerCase());
  const [pro, con] = [/^(?:pros?|advantages?)$/, /^(?:cons?|disadvantages?)$/].map((name) =>
    head.findIndex((cell) => name.test(cell)),
  );
  if (pro === undefined || con === undefined || pro < 1 || con < 1) return null;
  return rows.slice(2).map((row) => {
    const cells = cellsOf(row);
    return { option: { name: cells[0] ?? '', pros: cells[pro] ?? '', cons: cells[con] ?? '' }, rest: '' };
  });
}

/** The options of a list or table. `isDetailed`: their reasons follow elsewhere, so an item is a name whole. */
export function readOptionList(body: string, isDetailed: boolean): { options: ReadOption[]; rest: string } {
  const table = readTable(body);
  if (table) {
    const rest = body.split('\n').filter((line) => !line.trim().startsWith('|'));
    return { options: table, rest: tidy(rest.join('\n')) };
  }
  const { items: bullets, rest: prose } = readItems(body);
  // "**Keep both**: rejected." as a paragraph of its own is an option as well.
  const paragraphs = isDetailed || bullets.length > 0 ? [] : prose.split(/\n{2,}/);
  const bold = paragraphs.filter((paragraph) => /^\*\*[^*\n]{1,200}\*\*/.test(paragraph));
  const rest = bold.length === 0 ? prose : paragraphs.filter((paragraph) => !bold.includes(paragraph)).join('\n\n');
  const items = [...bullets, ...bold];
  const options = items.map((item) =>
    isDetailed && item.length <= MOST_NAME_LETTERS
      ? { option: { name: plainName(item), pros: '', cons: '' }, rest: '' }
      : splitItem(item),
  );
  return { options, rest: unguardLines(rest) };
}

const same = (one: string, other: string) => one.toLowerCase().trim() === other.toLowerCase().trim();

/** Names of the list with the reasons of the details: by place where both are as many, else by name. */
export function mergeOptions(listed: readonly ReadOption[], detailed: readonly ReadOption[]): ReadOption[] {
  if (detailed.length === 0) return [...listed];
  const isAligned =
    listed.length === detailed.length && listed.every(({ option }, at) => option.name === detailed[at]?.option.name);
  if (listed.length === 0 || isAligned) return [...detailed];
  const bare = listed.filter(
    ({ option }) =>
      !detailed.some(
        (one) =>
          same(one.option.name, option.name) || option.name.toLowerCase().startsWith(one.option.name.toLowerCase()),
      ),
  );
  return [...detailed, ...bare];
}
