import synonyms from '@/grader/data/synonyms.json';
import { repeatableRandom } from '@/grader/statistics/repeatable-random';

/** Ways of rewriting a record that leave its meaning alone, and one that turns it round. All repeatable. */
const SEED = 20_261_121;

/** Calls `change` on about one word in `every`, chosen by a stored seed. */
function changeWords(text: string, every: number, change: (word: string, random: () => number) => string): string {
  const random = repeatableRandom(SEED + text.length);
  return text.replace(/[A-Za-z]{5,}/g, (word) => (random() * every < 2 ? change(word, random) : word));
}

function misspell(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const [one, other] = [word[at] ?? '', word[at + 1] ?? ''];
  const kind = Math.floor(random() * 3);
  if (kind === 0) return word.slice(0, at) + other + one + word.slice(at + 2);
  if (kind === 1) return word.slice(0, at) + word.slice(at + 1);
  return word.slice(0, at) + one + word.slice(at);
}

/** Every word of five letters or more counts twice, because they are about half of all words. */
export const withTypos = (text: string) => changeWords(text, 25, misspell);

const paragraphs = (text: string) => text.split(/\n{2,}/);

/** Paragraphs in another order; a heading stays with what follows it, and a list with what announces it. */
export function reordered(text: string): string {
  const groups: string[][] = [];
  for (const paragraph of paragraphs(text)) {
    const last = groups.at(-1);
    const before = last?.at(-1) ?? '';
    if (last && (/^#/.test(before) || /:\**\s*$/.test(before) || /^\**[^.\n]{1,60}\**$/.test(before)))
      last.push(paragraph);
    else groups.push([paragraph]);
  }
  return [...groups.slice(Math.ceil(groups.length / 2)), ...groups.slice(0, Math.ceil(groups.length / 2))]
    .map((group) => group.join('\n\n'))
    .join('\n\n');
}

const FILLER = [
  'I have read the whole description twice.',
  'This is how I see it at the moment.',
  'The following part is short.',
  'I wrote this down in the afternoon.',
];

export const withFiller = (text: string) =>
  paragraphs(text)
    .map((paragraph, at) => (at % 2 === 0 ? `${paragraph}\n\n${FILLER[(at / 2) % FILLER.length]}` : paragraph))
    .join('\n\n');

const sentences = (paragraph: string) => paragraph.split(/(?<=[.!?]) (?=[A-Z])/);

/** Prose as a list of sentences, lists as prose. */
export const reshaped = (text: string) =>
  paragraphs(text)
    .map((paragraph) => {
      if (/^\s*(?:[-*]|\d+\.) /.test(paragraph))
        return paragraph
          .split('\n')
          .map((line) => line.replace(/^\s*(?:[-*]|\d+\.) +/, ''))
          .map((line) => (/[.!?:;]$/.test(line) ? line : `${line}.`))
          .join(' ');
      if (/^[#|`>]/.test(paragraph) || paragraph.includes('\n')) return paragraph;
      return sentences(paragraph)
        .map((sentence) => `- ${sentence}`)
        .join('\n');
    })
    .join('\n\n');

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\b(\w{4,})is(e|ed|es|ing|ation)\b/g, '$1iz$2'],
  [/\b(behavi|col|fav|neighb|lab)our/g, '$1or'],
  [/\b(cent|met|lit)re(s?)\b/g, '$1er$2'],
  [/\b(defen|licen)ce\b/g, '$1se'],
  [/\b(catal)ogue/g, '$1og'],
];

/** Words in -ise that are spelt so everywhere. */
const KEPT =
  /^(?:prom|prec|exerc|superv|adv|rev|surpr|comprom|otherw|expert|enterpr|rais|prais|nois|likew|prem|conc|dev|televis|improv|advert|franch|r|w|disgu|arising|rising)/;
export const americanised = (text: string) =>
  SPELLINGS.reduce(
    (done, [pattern, into]) =>
      done.replace(pattern, (word) => (KEPT.test(word) ? word : word.replace(new RegExp(pattern.source), into))),
    text,
  );

const others = new Map(
  Object.values(synonyms.groups).flatMap((words) =>
    words.map((word, at) => [word, words[(at + 1) % words.length] ?? word] as const),
  ),
);

/** Every third word that has a synonym in the grader's list, replaced by it. */
export const withSynonyms = (text: string) =>
  changeWords(text, 6, (word) => (/^[a-z]+$/.test(word) ? (others.get(word) ?? word) : word));

/** The text with one of its sentences denied. */
export const withDenied = (text: string, sentence: string) =>
  text.replace(sentence, () => `It is not true that ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`);
