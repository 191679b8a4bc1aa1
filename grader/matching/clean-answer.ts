import { isAddressedToGrader } from '../signals/addressed-to-grader';
import { splitUnits } from '../text/units';

/** An answer without what cannot be part of an answer, and what was found there. */
export interface CleanAnswer {
  readonly text: string;
  /** How often its most repeated sentence stands in it. */
  readonly repeats: number;
  readonly echoesQuestion: boolean;
  readonly isAddressed: boolean;
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Who or what marks, named together with what it should do. Stricter words than in prose about software. */
const MARKER =
  /\b(?:answer|response|submission|student)\b.{0,40}\b(?:is|was|are)\b.{0,20}\b(?:correct|right|complete|perfect|excellent)\b|\b(?:full|max(?:imum)?|all|highest|top)\s+(?:points?|marks?|credits?|scores?|grades?)\b|\b(?:ignore|disregard|forget)\b.{0,40}\b(?:instructions?|rubric|reference|above|previous|criteria)\b|^\W*(?:system|assistant|user|grader|teacher|note to)\b.{0,20}:|\b(?:score|grade|mark|output|label)\b\s*(?:(?:it|this|me|as|:|=|of)\s*)?(?:as\s+)?(?:correct|1(?:\.0)?\b|100|10\/10|5\/5)|\b(?:please|kindly)\b.{0,30}\b(?:give|award|grade|mark|accept)\b|\b(?:dear|attention)\b.{0,20}\b(?:grader|teacher|examiner|professor|ai|model)\b/i;

const isAddressed = (sentence: string) => MARKER.test(sentence) || isAddressedToGrader(sentence);

/** Ways to say that an answer is an answer. */
const FILLER =
  /\b(?:(?:i|we) (?:think|believe|guess|would say)(?: that)?|in my (?:opinion|view)|(?:my|the) answer is(?: that)?:?|(?:that is|that's|this is) my (?:final )?answer\.?|i hope (?:this|that) (?:helps|is right)\.?)(?=\s|$|,)[,]?/gi;

/** How often one stretch of words makes up the whole text, and that stretch once. */
function unrepeat(text: string): { text: string; times: number } {
  const list = [...text.matchAll(/[\p{L}\p{N}']+/gu)];
  for (const times of [5, 4, 3, 2]) {
    const length = list.length / times;
    if (!Number.isInteger(length) || length < 1 || (times === 2 && length < 3)) continue;
    const isRepeated = list.every((word, at) => word[0].toLowerCase() === list[at % length]?.[0].toLowerCase());
    if (isRepeated) return { text: text.slice(0, list[length]?.index ?? text.length), times };
  }
  return { text, times: 1 };
}

/** The question's sentences go where a whole one is copied; four words are too few to tell. */
function withoutQuestion(text: string, question: string): { text: string; echoes: boolean } {
  const at = question.length >= 15 ? text.toLowerCase().indexOf(question.trim().toLowerCase()) : -1;
  if (at < 0) return { text, echoes: false };
  return { text: `${text.slice(0, at)} ${text.slice(at + question.trim().length)}`.trim(), echoes: true };
}

/** Takes out sentences addressed to whoever grades, copies of the question and repeated sentences. */
export function cleanAnswer(answer: string, question: string): CleanAnswer {
  const { text: once, times } = unrepeat(answer);
  const without = withoutQuestion(once, question);
  const asked = new Set(
    splitUnits(question)
      .map(({ start, end }) => plain(question.slice(start, end)))
      .filter((sentence) => sentence.split(' ').length >= 5),
  );
  const counts = new Map<string, number>();
  const kept: string[] = [];
  let echoesQuestion = without.echoes;
  let addressed = false;
  for (const { start, end } of splitUnits(without.text)) {
    const sentence = without.text.slice(start, end);
    const key = plain(sentence);
    const seen = (counts.get(key) ?? 0) + 1;
    counts.set(key, seen);
    if (isAddressed(sentence)) addressed = true;
    else if (asked.has(key)) echoesQuestion = true;
    else if (seen === 1) kept.push(sentence);
  }
  return {
    text: kept.join('\n').replace(FILLER, ' ').trim(),
    repeats: Math.max(times, ...counts.values()),
    echoesQuestion,
    isAddressed: addressed,
  };
}
