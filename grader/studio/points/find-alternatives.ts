import { type DecisionQuote, type PointReading, toQuote } from '../feedback';
import type { DecisionReading } from '../reading';
import { isAnswered, type Sentence, saysIt } from '../sentences';

const KEEPS =
  /\b(?:keep(?:ing)? (?:the |our |what |using |going |it |on |everything )|keep(?:ing)? (?:go|rust|java|python|node|php|ruby|c#)\b|continu(?:e|ing) (?:to use|using|with)|stay(?:ing)? (?:with|on|in)|remain(?:ing)? (?:on|with)|remain(?:ing)? in (?:go|rust|java|python|node|php|ruby|c#)\b|no longer (?:acceptable|sustainable|enough|sufficient|viable|tenable|meets?|fits?|scales?)\b|status quo|do(?:ing)? nothing|as (?:it )?is\b|no change|changing nothing|leav(?:e|ing) (?:it|the|things|everything) |existing (?:system|service|stack|code|codebase|implementation|solution|monolith)|current (?:system|service|stack|code|codebase|implementation|solution|monolith|setup)|buy(?:ing)? (?:a|an|it)|off[- ]the[- ]shelf|nothing exists|greenfield|from scratch|no existing|not (?:to )?build)/g;
/** The name of an option that keeps something, whatever it is. */
const KEEPS_BY_NAME = /^[\s\d.)]*(?:keep|continue|stay|remain|leave)\b/i;
const WEIGHS =
  /\b(?:alternatives?|consider(?:ed|ing)?|instead of|rather than|compared (?:to|with)|rejected|ruled out|as opposed to|versus|vs\.?(?! ?v?\d)|over (?:go|rust|java|python|node|c\+\+)|opted against|decided against|other options?|options? (?:was|were|is|are)|evaluated)\b/g;
const LANGUAGES =
  /\b(?:rust|golang|java|kotlin|python|node(?:\.?js)?|typescript|javascript|ruby|asp\.net|elixir|erlang|scala|zig|swift|php|haskell|ocaml|clojure)\b|\bc\+\+/gi;
const SAYS_GO = /\bGo\b(?! (?:to|for|on|with|live|ahead|back)\b)/;
const REASON =
  /(?: because |but |lacks?|too |slow|cost|hard|risk|complex|steep|immature|less |more |not |no |pause|issue|overhead|larger|limited|verbose|longer|heavier|expensive|worse|better|weak|poor|only )/;

function languagesIn(text: string): Set<string> {
  const found = [...text.matchAll(LANGUAGES)].map(([name]) => name.toLowerCase()).filter((name) => name !== 'go');
  return new Set(SAYS_GO.test(text) ? [...found, 'go'] : found);
}

/** A sentence that announces a list, such as "Alternatives considered:", with the items that follow it. */
const ANNOUNCES = /\b(?:alternatives|options|candidates)\b[^.]{0,60}:\W{0,6}$/;
const MOST_ITEMS = 12;
/** An item of such a list that says something for or against, whatever the candidates are. */
const saysWhy = ({ text, lowered }: Sentence) => languagesIn(text).size > 0 || REASON.test(lowered);

function listedInProse({ sentences }: DecisionReading): { quote: DecisionQuote | null; count: number } {
  const at = sentences.findIndex(({ lowered }) => ANNOUNCES.test(lowered));
  const head = sentences[at];
  if (!head) return { quote: null, count: 0 };
  const items = sentences
    .slice(at + 1, at + 1 + MOST_ITEMS)
    .filter((sentence) => sentence.passage === head.passage && saysWhy(sentence));
  const text = [head, ...items].map((one) => one.text).join(' ');
  const isList = items.length >= 2 || items.some((item) => languagesIn(item.text).size > 0);
  return { quote: !isList ? null : toQuote(head.passage.field, text), count: items.length };
}

/** These weigh something whatever it is; "considered" may be said of a cost as well. */
const WEIGHS_ALWAYS =
  /\b(?:alternatives?|instead of|rather than|rejected|ruled out|as opposed to|opted against|decided against|not a good (?:fit|choice|match)|(?:chose|choos\w+|adopt\w*|prefer\w*|pick\w*|select\w*) [^.]{1,40} over)\b/g;
/** The rival is named, and what speaks for the choice follows in a list. */
const NAMES_RIVAL = / why (?:\S+ ){1,4}over \S/;

/** An option of prose: a sentence that weighs at least one other thing, with something said about it. */
const weighs = (sentence: Sentence) =>
  (saysIt(sentence.lowered, WEIGHS) && languagesIn(sentence.text).size > 0) ||
  NAMES_RIVAL.test(sentence.lowered.replace(/[*_]/g, '')) ||
  (saysIt(sentence.lowered, WEIGHS_ALWAYS) && REASON.test(sentence.lowered));

function countOptions(reading: DecisionReading) {
  const listed = reading.record.options.filter(({ name, pros, cons }) => isAnswered(name) || isAnswered(pros + cons));
  const argued = listed.filter(({ pros, cons }) => isAnswered(pros) || isAnswered(cons));
  const against = listed.filter(({ cons }) => isAnswered(cons));
  return { listed, argued, against };
}

const LEFT_OUT =
  'this reading could not find what speaks for and against keeping what exists (or buying, or not building it).';

/** Whether other options are weighed, and whether keeping what exists is one of them. */
export function findAlternatives(reading: DecisionReading): PointReading {
  const { listed, argued, against } = countOptions(reading);
  const inList = listedInProse(reading);
  const prose = reading.sentences.filter(weighs);
  const told = [
    ...(inList.quote ? [inList.quote] : []),
    ...prose.map(({ passage, text }) => toQuote(passage.field, text)),
  ];
  const keepOption = listed.find(
    ({ name, pros, cons }) =>
      KEEPS_BY_NAME.test(name) ||
      [` ${name.toLowerCase()} `, pros.toLowerCase(), cons.toLowerCase()].some((text) => saysIt(text, KEEPS)),
  );
  const keepProse = reading.sentences.find(
    ({ lowered, passage }) =>
      passage.field !== 'reversal' && saysIt(lowered, KEEPS) && (saysIt(lowered, WEIGHS) || REASON.test(lowered)),
  );
  const quotes = [
    ...argued.slice(0, 2).map(({ name, pros, cons }) => toQuote('options', `${name}: ${cons || pros}`)),
    ...told.slice(0, argued.length > 0 ? 0 : 1),
  ];
  const keep = keepOption
    ? [toQuote('options', `${keepOption.name}: ${keepOption.cons || keepOption.pros}`)]
    : keepProse
      ? [toQuote(keepProse.passage.field, keepProse.text)]
      : [];
  const weighed = Math.max(argued.length, told.length);
  const isWeighed = argued.length >= 2 && against.length > 0;
  const hasKeep = keep.length > 0;
  if (hasKeep && (isWeighed || (told.length > 0 && argued.length > 0) || told.length >= 2))
    return { id: 'alternatives', level: 'full', quotes: unique([...keep, ...quotes]).slice(0, 2), missing: '' };
  if (weighed > 0 || hasKeep)
    return {
      id: 'alternatives',
      level: 'half',
      quotes: unique([...quotes, ...keep]).slice(0, 2),
      missing: hasKeep
        ? 'Keeping what exists is mentioned; this reading could not find a second option with a reason against it.'
        : `Other options are weighed; ${LEFT_OUT}`,
    };
  return {
    id: 'alternatives',
    level: 'none',
    quotes: [],
    missing:
      listed.length > 0
        ? `Options are named; this reading could not find a reason for or against any of them.`
        : 'This reading could not find another option that was weighed, not even keeping what exists.',
  };
}

function unique<Quote extends { readonly quote: string }>(quotes: readonly Quote[]): Quote[] {
  return quotes.filter(({ quote }, at) => quotes.findIndex((other) => other.quote === quote) === at);
}
