import { type ComponentNames, isDeterminer, plainWord } from './component-names';

/** A stretch of the text in plain form: "@0" for a component, "%go" for a language, else the word in lower case. */
export interface Token {
  readonly form: string;
  readonly start: number;
  readonly end: number;
}

const TOKEN = /[\p{L}\d]+(?:\+\+|['’]\p{L}+)?|[,;:()—–→⇒?=&]|->|(?<=\s)-(?=\s)/gu;
const EVERYTHING =
  /^(?:everything|throughout|(?:whole )(?:thing|system)|all (?:\w+ )?(?:parts?|components?|pieces?)|every (?:part|component|piece)|across the board)(?= |$)/;
const GO = new Set(['Go', 'GO', 'Golang', 'golang']);
const OTHERS = new Set(
  'node nodejs python typescript javascript java c++ ruby php kotlin elixir erlang scala'.split(' '),
);
const FILLERS = new Set(
  'also still simply just really definitely clearly therefore thus then please only first language'.split(' '),
);

function languageOf(word: string): string | undefined {
  if (GO.has(word)) return '%go';
  const lowered = word.toLowerCase();
  if (word === 'node') return undefined;
  return lowered === 'rust' ? '%rust' : OTHERS.has(lowered) ? '%other' : undefined;
}

/** The words of a stretch with languages in place. "Go" counts with a capital only: the verb does not. */
function splitTokens(text: string, start: number, end: number): Token[] {
  return [...text.slice(start, end).matchAll(TOKEN)].map((match) => {
    const word = match[0];
    const from = start + match.index;
    const dash = word === '-' || word === '–' ? '—' : word === '->' || word === '⇒' ? '→' : word;
    return { form: languageOf(word) ?? dash.toLowerCase().replaceAll('’', "'"), start: from, end: from + word.length };
  });
}

const joined = (tokens: readonly Token[]) => tokens.map(({ form }) => form).join(' ');

const OPENS_EVERYTHING = new Set(['everything', 'throughout', 'whole', 'all', 'every', 'across']);

function everythingAt(tokens: readonly Token[], at: number): number {
  if (!OPENS_EVERYTHING.has(tokens[at]?.form ?? '')) return 0;
  const found = EVERYTHING.exec(joined(tokens.slice(at, at + 5)));
  return found ? found[0].split(' ').length : 0;
}

/** The longest name that starts at a token: how many tokens it takes and whose it is. */
function nameAt(
  names: ComponentNames,
  tokens: readonly Token[],
  at: number,
): { count: number; component: number } | null {
  let found: { count: number; component: number } | null = null;
  const run: string[] = [];
  for (let next = at; next < tokens.length && run.length < names.longest; next += 1) {
    const form = tokens[next]?.form ?? '';
    const word = form.startsWith('%') ? form.slice(1) : plainWord(form);
    if (isDeterminer(word)) {
      if (next === at) return null;
      continue;
    }
    run.push(word);
    const component = names.runs.get(run.join(' '));
    if (component !== undefined) found = { count: next - at + 1, component };
  }
  return found;
}

/** "@0 and @1", "@0, @1" and "@0 @1" name both. */
function joinNames(tokens: readonly Token[]): Token[] {
  const list: Token[] = [];
  for (const [at, token] of tokens.entries()) {
    const [last, before] = [list.at(-1), list.at(-2)];
    const isName = token.form.startsWith('@');
    const isLinked = last !== undefined && ['and', ',', '&', 'or'].includes(last.form) && before?.form.startsWith('@');
    const isRepeated = ['for', 'on'].includes(token.form) && isLinked && tokens[at + 1]?.form.startsWith('@');
    if (isRepeated) continue;
    if (isName && last && before && isLinked) {
      list.splice(-2, 2, { form: `${before.form}+${token.form.slice(1)}`, start: before.start, end: token.end });
    } else list.push(token);
  }
  return list;
}

/** A unit of text with components and languages in place of their names, without articles and fillers. */
export function readForm(names: ComponentNames, text: string, start: number, end: number): Token[] {
  const tokens = splitTokens(text, start, end);
  const form: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (!token) break;
    const everything = everythingAt(tokens, at);
    const named = everything > 0 ? null : nameAt(names, tokens, at);
    const count = Math.max(1, everything, named?.count ?? 0);
    const last = tokens[at + count - 1] ?? token;
    if (everything > 0) form.push({ form: '@all', start: token.start, end: last.end });
    else if (named) form.push({ form: `@${named.component}`, start: token.start, end: last.end });
    else if (!isDeterminer(token.form) && !FILLERS.has(token.form)) form.push(token);
    at += count;
  }
  return joinNames(form);
}
