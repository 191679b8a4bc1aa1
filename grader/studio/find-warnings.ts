import { findSlips } from '../text/arithmetic';
import { type DecisionWarning, toQuote, type WarningKind } from './feedback';
import { besides, type DecisionReading } from './reading';
import { isDenied, type Sentence, saysIt } from './sentences';

const SLOGANS =
  /\b(?:blazing(?:ly)?[- ]fast|lightning[- ]fast|rock[- ]solid|fearless concurrency|zero[- ]cost abstractions?|battle[- ]tested|best[- ]in[- ]class|world[- ]class|cutting[- ]edge|state[- ]of[- ]the[- ]art|future[- ]proof|enterprise[- ]grade|production[- ]grade|next[- ]gen(?:eration)?|web[- ]scale|infinitely scalable|modern (?:language|stack|tooling|ergonomics|architecture)|industry[- ]leading|provably correct|unmatched|supercharged?|it just works|silver bullet)\b/g;
const MEMORY_SAFE = /\bmemory[- ]safe(?:ty)?\b(?! (?:issues?|bugs?|problems?|vulnerabilit|errors?|requires|relies))/g;
const THREAT =
  /\bc\+\+|\b(?:in c\b|c and|from c\b|c code|unsafe|cves?|vulnerabilit\w+|use[- ]after[- ]free|buffer|overflow|untrusted|attack\w*|threat|exploit\w*|data races?|cgo|parser|parses|dangling|nsa|cisa)\b/;
const POPULAR =
  /\b(?:most (?:popular|loved|admired|wanted|used)|(?:very |widely |extremely |increasingly )popular|popularity|industry standard|de facto standard|trend(?:y|ing)?|everyone (?:is )?us(?:es|ing)|wide(?:ly)?[- ](?:used|adopted|adoption)|github stars|stack overflow (?:developer )?survey|(?:growing|vibrant|large|huge|active) community|hype)\b/g;
const FAMOUS =
  /\b(?:google|netflix|uber|discord|cloudflare|amazon|aws|dropbox|figma|meta|facebook|microsoft|apple|linkedin|shopify|stripe|twitch|kubernetes|docker|npm|1password|mozilla)\b(?:'s)?(?:,? (?:and|or|&) \w+)*(?:,? (?!by\b)\w+){0,2} (?:uses?|using|used|chose|switched|moved|rewrote|rewritten|adopted|adopts?|migrated|runs?|relies|bets?|advocat\w+|proves?|did)\b/g;
const LIKE_FAMOUS =
  /\b(?:used|adopted|proven|trusted|developed|backed|chosen|created) (?:\w+ )?(?:by|at) (?:companies (?:like|such as) )?(?:google|netflix|uber|discord|cloudflare|amazon|aws|dropbox|figma|meta|facebook|microsoft|apple)\b/g;
const BENCHMARK =
  /\b(?:benchmarks?|techempower|benchmarks game|times faster|\d+(?:\.\d+)?x (?:faster|slower|decrease|increase|less|more|better)|outperforms?|\d+ ?% (?:faster|slower))\b/g;
const PLANS = /\b(?:will|plan|should|must|to be|todo|before we|needs? (?:a|to))\b[^.]{0,40}\bbenchmark/;
const DATED =
  /\b(?:(?:19|20)\d\d|v?\d+\.\d+(?:\.\d+)?|go ?1\.\d+|rust ?1\.\d+|(?:january|february|march|april|may|june|july|august|september|october|november|december)|last (?:week|month)|yesterday|round \d+)\b/;
const PERCENTILES =
  /\bp\d\d(?:\.\d+)?\b[^.;]{0,40}?(?:\s[-−–]\s|\bminus\b|\bplus\b|\s\+\s)[^.;]{0,40}?\bp\d\d|\b(?:subtract\w*|add(?:ed|ing)?|sum(?:med|ming)?)\b[^.;]{0,40}\b(?:p\d\d|percentiles?)\b/g;
const ABSOLUTE =
  /(?:(?<!(?:^|:|;|\bmust|\bshould|\bdo|\bto|\bwill) *)\b(?:always|never)\b|\b(?:everyone|everybody) (?:knows|uses|agrees|wants|needs|is|has)|impossible|guarante(?:ed|eing)|guarantees? (?:that|no|the|a|an|correct\w*|zero)|eliminat(?:e|es|ed|ing)|obviously|no question|without (?:any )?doubt|undoubtedly|zero (?:risk|bugs|downtime|runtime (?:errors|failures))|no (?:bugs|risk|downsides?|runtime errors)|all bugs|entire class(?:es)? of|bug[- ]free|by far|the only (?:way|option|choice|language)|cannot (?:fail|happen|crash))\b/g;

/** Words of somebody else, set off as such, are no reason that the author gives. */
const isQuoted = (text: string) => /^\s*>/.test(text);

/** "Secrets must never be stored" lays down a rule and claims nothing. */
const ALWAYS = /^(?:always|never)$/;
const RULES_IT = /\b(?:must|should|shall)\b/;

interface Rule {
  readonly kind: WarningKind;
  readonly finds: (sentence: Sentence, reading: DecisionReading) => boolean;
  readonly message: string;
}

const near = (reading: DecisionReading, sentence: Sentence, pattern: RegExp) =>
  besides(reading, sentence).some(({ lowered }) => pattern.test(lowered));

const RULES: readonly Rule[] = [
  {
    kind: 'slogan',
    finds: ({ lowered }) => saysIt(lowered, SLOGANS),
    message: 'A slogan. A reviewer cannot check it: say what is measured, under which load, and compared with what.',
  },
  {
    kind: 'slogan',
    finds: (sentence, reading) => saysIt(sentence.lowered, MEMORY_SAFE) && !near(reading, sentence, THREAT),
    message:
      'Memory safety without a threat. Go, Java and Python are memory-safe too: say which code handles which untrusted input, and what it is written in today.',
  },
  {
    kind: 'popularity',
    finds: ({ text, lowered }) => !isQuoted(text) && saysIt(lowered, POPULAR),
    message: 'Popularity as a reason. Say what it gives this team: people to hire here, a library that you will use.',
  },
  {
    kind: 'popularity',
    finds: ({ text, lowered }) => !isQuoted(text) && (saysIt(lowered, FAMOUS) || saysIt(lowered, LIKE_FAMOUS)),
    message:
      'A well-known company as a reason. Say what it had before, what it measured, and in which way your system differs.',
  },
  {
    kind: 'benchmark',
    finds: (sentence, reading) =>
      saysIt(sentence.lowered, BENCHMARK) && !PLANS.test(sentence.lowered) && !near(reading, sentence, DATED),
    message:
      'A benchmark without a version or a date. Results change with each release: name versions, machine and day, or measure your own path.',
  },
  {
    kind: 'percentiles',
    finds: ({ lowered }) => saysIt(lowered, PERCENTILES),
    message:
      'Percentiles do not add or subtract: the slowest one per cent of two steps are different requests. Take the difference per request, then its percentile.',
  },
  {
    kind: 'absolute',
    finds: ({ lowered }) =>
      [...lowered.matchAll(ABSOLUTE)].some(
        ({ index, 0: words }) =>
          !(ALWAYS.test(words) && RULES_IT.test(lowered)) && !isDenied(lowered, index, index + words.length),
      ),
    message: 'An absolute word. One counter-example ends it in review: say where it holds and where it does not.',
  },
];

/** More of one kind tell nobody anything new. */
const MOST_OF_A_KIND = 3;

/** In the record's own list a limit is said beside the claim, so a company or a benchmark there is no bare reason. */
function isLimited(sentence: Sentence, reading: DecisionReading): boolean {
  const { text } = sentence.passage;
  return (
    sentence.passage.field === 'evidence' &&
    reading.record.evidence.some(({ claim, source, limit }) => [claim, source].includes(text) && limit.trim() !== '')
  );
}

function findSums(reading: DecisionReading): DecisionWarning[] {
  return reading.passages.flatMap(({ field, text }) =>
    findSlips(text).map(({ quote, computed }) => ({
      kind: 'sum' as const,
      ...toQuote(field, quote),
      message: `This sum comes to ${Number(computed.toPrecision(6))} by this reading. Check it, or write out the step that is missing.`,
    })),
  );
}

/** What a reviewer would stop at, whatever the record decides. Careful rather than complete. */
export function findWarnings(reading: DecisionReading): DecisionWarning[] {
  const found: DecisionWarning[] = findSums(reading).slice(0, MOST_OF_A_KIND);
  for (const rule of RULES) {
    const isForgiven = rule.kind === 'popularity' || rule.kind === 'benchmark';
    const sentences = reading.sentences.filter(
      (sentence) =>
        sentence.passage.field !== 'reversal' &&
        rule.finds(sentence, reading) &&
        !(isForgiven && isLimited(sentence, reading)),
    );
    for (const { passage, text } of sentences) {
      const quote = toQuote(passage.field, text);
      const same = found.filter(({ kind }) => kind === rule.kind);
      if (same.length >= MOST_OF_A_KIND || same.some((other) => other.quote === quote.quote)) continue;
      found.push({ kind: rule.kind, ...quote, message: rule.message });
    }
  }
  return found;
}
