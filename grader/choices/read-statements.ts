import type { Evidence } from '@/schemas/grade';
import type { ReadText, ReadUnit } from '../text/read-text';
import type { ComponentNames } from './component-names';
import { readForm, type Token } from './sentence-form';
import { setAside } from './set-aside';

export type Named = 'rust' | 'go' | 'other';

/** What a clause says about components: built in a language, or left as they are. */
export interface Statement {
  readonly kind: 'build' | 'keep';
  readonly language: Named | null;
  /** Component ids named in the clause; empty where it recommends a language and names none. */
  readonly components: readonly string[];
  /** Whether the clause speaks of everything, or of no part in particular. */
  readonly isGeneral: boolean;
  /** Whether it says that something is made, and not which language something has. */
  readonly isMade: boolean;
  readonly evidence: Evidence;
}

const C = '@(?<c>all|[\\d+]+)';
/** What is said to stay as it is may be written in anything, so only a part that is named counts there. */
const PART = '@(?<c>[\\d+]+)';
const L = '%(?<l>rust|go|other)';
const WORDS = "(?:[a-z']+ )";
const MAKE = '(?:write|rewrite|build|implement|develop|port|start|put|do)(?:s|ing)?';
const MADE = '(?:written|rewritten|built|implemented|developed|ported|done)';
const SPEND = '(?:want|choose|pick|take|recommend|propose|keep|use|prefer)';

interface Pattern {
  readonly kind: Statement['kind'];
  readonly form: RegExp;
  readonly isNegated?: true;
  readonly isMade?: true;
  /** Only where the unit is a label: list item, heading, table row, or a line of its own. */
  readonly isLabel?: true;
}

const pattern = (kind: Statement['kind'], form: string, more: Partial<Pattern> = {}): Pattern => ({
  kind,
  form: new RegExp(`(?<![^ ])${form}(?![^ ])`, 'g'),
  ...more,
});

const PATTERNS: readonly Pattern[] = [
  pattern('build', `${MAKE} ${C} (?:in|as|to|into) ${L}`, { isMade: true }),
  pattern('build', `${MAKE} ${C} as ${WORDS}{0,2}${L}`, { isMade: true }),
  pattern('build', `${SPEND} ${C} (?:in|as) ${L}`),
  pattern('build', `${C} (?:should|will|must) be ${MADE} (?:in|to|with) ${L}`, { isMade: true }),
  pattern('build', `${C} ${WORDS}{0,8}?${MADE} (?:in|to|with) ${L}`),
  pattern('build', `${C} (?:stays?|remains?|goes|should be|will be|must be|is|are) (?:in|on|with|to) ${L}`),
  pattern('build', `${C} in ${L}`),
  pattern('build', `${L} (?:for|in) ${C}`),
  pattern('build', `${C} (?:should|must|will) be ${L}`),
  pattern('build', `${C} (?::|→|=|—) ${L}`, { isLabel: true }),
  pattern('build', `${C} (?:side )?${L}(?= (?:,|\\(|:)|$)`, { isLabel: true }),
  pattern('build', `${C} \\( ${L} \\)`, { isLabel: true }),
  pattern('build', `${L} (?::|→) ${C}`, { isLabel: true }),
  pattern('build', `(?:build|write|own) ${L} ${C}`, { isMade: true }),
  pattern(
    'build',
    `(?:recommend|propose|choose|want|use|run|adopt|keep|go for|go with|prefer|have)(?: existing)? ${L} ${C}`,
  ),
  pattern('build', `(?:(?<=→ )|(?<=^)|(?<=^decision : ))${L} ${C}(?= (?:,|\\(|and|plus)|$)`, { isLabel: true }),
  pattern(
    'keep',
    `(?:leave|keep)(?:s|ing)? (?:%(?<l>go|rust|other) )?${PART}(?= (?:alone|as|where|unchanged|untouched|in place|on %other|in %other))`,
  ),
  pattern('keep', `(?:leave|leaving) (?:%(?<l>go|rust|other) )?${PART}(?= (?:,|;|\\()|$)`),
  pattern(
    'keep',
    `(?:%(?<l>go|rust|other) )?${PART} (?:${WORDS}{0,2})(?:is|are|stays?|remains?) (?:unchanged|untouched|alone|as (?:it|they) (?:is|are)|where (?:it|they)|what (?:it|they)|fine)`,
  ),
  pattern('keep', `(?:touch|replace|rewrite|port)(?:ing)? (?:%(?<l>go|rust|other) )?${PART}`, { isNegated: true }),
  pattern('keep', `hands off (?:%(?<l>go|rust|other) )?${PART}`),
  pattern('keep', `no rewrite ${PART}`),
  pattern('keep', `${PART} (?:is|are|be) (?:touched|rewritten|replaced|ported)`, { isNegated: true }),
  pattern('keep', `${PART} (?::|→|=|—) (?:keep|neither|unchanged|existing|as is|leave|no change|stays|untouched)`, {
    isLabel: true,
  }),
];

/** A language recommended without a component. */
const GENERAL: readonly Pattern[] = [
  pattern(
    'build',
    `(?:points? to|recommend|recommendation is|choice is|decision (?:is|:)|answer is|go with|choose|settle on) ${L}(?! (?:for|in|on|@))`,
  ),
  pattern('build', `(?:→|keep|i am for|decision|answer|recommendation) (?:: )?${L}(?= (?:,|:|—|for now)|$)`),
  pattern('build', `(?:^|^so )${L}(?= (?:,|:)|$)`, { isLabel: true }),
  pattern('build', `${L} (?:is|as) (?:recommendation|choice|answer)`),
  pattern('keep', '(?:stay|stick|remain) (?:with|on|in) %(?<l>other)'),
];

const NEGATION = /(?:^| )(?:not|never|no|nobody|nothing|without|nor|neither|hardly|cannot|\w+n't|against)(?= |$)/;

/** Conditions, questions, comparisons and other people's views: what the writer would do stays open. */
const OPEN =
  /(?:^| )(?:if|iff|whether|%rust or (?:in )?%go|%go or (?:in )?%rust|unless|once|could|might|would have|should ever|perhaps|maybe|back to|\?|suppose|had we|until|so that|later|someday)(?= |$)/;
const OPEN_CLAUSE =
  /(?:^| )(?:when|instead|rather than|than|author|lead|head|slide|manager|colleague|boss|wants|wanted|wrote|says|said|claims|suggests|proposal|they|case|argument|idea|instead of|because|although|while it|moved|would|whoever|rewriting|proves?|c\d\d)(?= |$)/;

const hasMark = (form: string) => /^[,;:()—]$/.test(form) || ['but', 'whereas', 'while', 'and'].includes(form);

/** No clause that says something is longer; it bounds the work on text without punctuation. */
const FAR = 40;

/** What stands around a stretch of tokens in its clause. */
function aroundOf(tokens: readonly Token[], from: number, to: number): string {
  let start = from;
  while (start > 0 && from - start < FAR && !hasMark(tokens[start - 1]?.form ?? '')) start -= 1;
  let end = to;
  while (end < tokens.length && end - to < FAR && !hasMark(tokens[end]?.form ?? '')) end += 1;
  return [...tokens.slice(start, from), ...tokens.slice(to, end)].map(({ form }) => form).join(' ');
}

/** Where each token begins in the joined form. */
function placesOf(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  let offset = 0;
  for (const [at, { form }] of tokens.entries()) {
    places.set(offset, at);
    offset += form.length + 1;
  }
  return places;
}

function isTold(found: Pattern, own: string, around: string): boolean {
  const isNegated = NEGATION.test(own) || NEGATION.test(around);
  return !OPEN_CLAUSE.test(around) && isNegated === (found.isNegated === true);
}

/** Statements of one run of tokens, from the patterns given. */
function fromTokens(names: ComponentNames, read: ReadText, tokens: readonly Token[], isLabel: boolean): Statement[] {
  const form = tokens.map((token) => token.form).join(' ');
  if (!/[@%]/.test(form) || OPEN.test(form)) return [];
  const places = placesOf(tokens);
  const statements = [...PATTERNS, ...GENERAL].flatMap((found) => {
    if (found.isLabel && !isLabel) return [];
    return [...form.matchAll(found.form)].flatMap((match): Statement[] => {
      const from = places.get(match.index) ?? 0;
      const to = from + match[0].split(' ').length;
      const [first, last] = [tokens[from], tokens[to - 1]];
      if (!first || !last || !isTold(found, match[0].replace(/^no rewrite/, ''), aroundOf(tokens, from, to))) return [];
      const { c, l } = match.groups ?? {};
      const named = c === undefined ? [] : c.split('+').flatMap((at) => names.ids[Number(at)] ?? []);
      return [
        {
          kind: l === 'other' ? 'keep' : found.kind,
          language: l === 'rust' || l === 'go' || l === 'other' ? l : null,
          components: c?.includes('all') ? names.ids : named,
          isGeneral: c === undefined || c.includes('all'),
          isMade: found.isMade === true,
          evidence: { start: first.start, end: last.end, quote: read.text.slice(first.start, last.end) },
        },
      ];
    });
  });
  return withoutParts(statements);
}

/** Of two statements on the same words the one on more of them, else the first. */
function withoutParts(statements: readonly Statement[]): Statement[] {
  const isPart = ({ evidence: one }: Statement, at: number) =>
    statements.some(({ evidence: other }, place) => {
      const isInside = other.start <= one.start && other.end >= one.end;
      return isInside && (other.end - other.start > one.end - one.start || place < at);
    });
  return statements.filter((statement, at) => !isPart(statement, at));
}

/** Cells of one table row read as "first: second"; every other unit is read by itself. */
function rowsOf(units: readonly ReadUnit[]): (readonly ReadUnit[])[] {
  const rows: ReadUnit[][] = [];
  for (const unit of units) {
    const open = rows.at(-1);
    if (unit.kind === 'cell' && open?.[0]?.kind === 'cell' && open[0].block === unit.block) open.push(unit);
    else rows.push([unit]);
  }
  return rows;
}

/** What the prose says it would build in which language, or leave. Careful rather than complete. */
export function readStatements(names: ComponentNames, read: ReadText): Statement[] {
  const aside = setAside(read.text, read.units);
  return rowsOf(read.units).flatMap((row) => {
    const [head, second] = row;
    if (!head || head.kind === 'code' || aside.has(head)) return [];
    const tokens = readForm(names, read.text, head.start, head.end);
    if (head.kind === 'cell') {
      if (!second) return [];
      const colon: Token = { form: ':', start: head.end, end: head.end };
      const cells = [...tokens, colon, ...readForm(names, read.text, second.start, second.end)];
      return fromTokens(names, read, cells, true);
    }
    return fromTokens(names, read, tokens, head.kind !== 'prose' || tokens.length <= 12);
  });
}
