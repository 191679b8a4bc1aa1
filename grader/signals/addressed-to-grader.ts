/** Whom such text talks to or about. */
const ADDRESSEES = [
  'grader',
  'grading',
  'examiner',
  'exam board',
  'assessor',
  'assessment system',
  'evaluat',
  'marker',
  'marking',
  'moderat',
  'rubric',
  'each criterion',
  'every criterion',
  'criteria',
  'all items',
  'items about',
  'language model',
  'llm',
  'assistant',
  'chatbot',
  'system prompt',
  'scoring',
  'submission',
  'whoever reads',
  '"grade"',
  '"score"',
  '"result"',
  'your previous run',
];

/** What it wants from them. */
const DEMANDS = [
  'ignore',
  'disregard',
  'full marks',
  'full credit',
  'full points',
  '20/20',
  '20 / 20',
  'highest score',
  'highest mark',
  'maximum score',
  'award',
  'record every',
  'emit',
  'fully met',
  'fulfilled',
  'withdrawn',
  'get 1',
  'verbatim',
  'repeat these',
  'before you',
  'before scoring',
  'deduct',
  'do not mention',
  'do not mark',
  'do not lower',
  'lowering',
  'override',
  'instruction',
  'please give',
  'give me',
  'already been',
  'satisfied',
  'satisfies',
  'copy the',
  'end of student',
  'end of submission',
  'in full',
  '":1',
  '": 1',
  '": 20',
];

/** Characters that nobody sees and that only hide words from a reader such as this one. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060-\u2064\uFEFF]/g;

const has = (text: string, phrases: readonly string[]) => phrases.some((phrase) => text.includes(phrase));

/**
 * Whether a sentence speaks to whoever grades instead of about the decision: it names them or their scheme and demands
 * something. Look-alike and invisible characters are folded first.
 */
export function isAddressedToGrader(sentence: string): boolean {
  const plain = sentence.normalize('NFKC').replace(INVISIBLE, '').toLowerCase();
  return has(plain, ADDRESSEES) && has(plain, DEMANDS);
}
