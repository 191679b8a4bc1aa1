import { isFunctionWord } from '../text/function-words';
import type { CleanAnswer } from './clean-answer';
import type { Statement } from './statement';

/** Names of what `describeAnswer` measures, in order. */
export const ANSWER_FEATURES = [
  'words',
  'new-words',
  'given-share',
  'grammar-share',
  'negations',
  'unknown-share',
  'clauses',
  'repeats',
  'echo',
  'addressed',
  'hedges',
  'word-length',
  'distinct-share',
  'has-reason',
  'question-words',
  'asks-why',
  'asks-how',
  'grammar-runs',
] as const;

const HEDGE = /\b(?:don'?t know|do not know|no idea|not sure|idk|i guess|no answer|dunno|no clue|forgot)\b/i;
const REASON = /\b(?:because|so|since|therefore|thus|if|when|then|due)\b/i;

/** Longest run of words without grammar between them: long in lists of terms. */
function longestBareRun(statement: Statement): number {
  let [longest, run] = [0, 0];
  for (const { entry } of statement.tokens) {
    run = isFunctionWord(entry.word) ? 0 : run + 1;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** Measures an answer by itself and against its question. */
export function describeAnswer(answer: Statement, clean: CleanAnswer, question: Statement): number[] {
  const { tokens } = answer;
  const count = Math.max(1, tokens.length);
  const portion = (holds: (token: (typeof tokens)[number]) => boolean) => tokens.filter(holds).length / count;
  const fresh = tokens.filter(({ entry }) => entry.weight >= 0.25 && !question.keys.has(entry.key));
  return [
    Math.log1p(tokens.length),
    Math.log1p(fresh.length),
    portion(({ entry }) => question.keys.has(entry.key)),
    portion(({ entry }) => isFunctionWord(entry.word)),
    Math.min(3, answer.negations),
    portion(({ entry, number }) => entry.vector < 0 && number === null),
    Math.min(8, new Set(tokens.map(({ clause }) => clause)).size),
    Math.min(5, clean.repeats),
    clean.echoesQuestion ? 1 : 0,
    clean.isAddressed ? 1 : 0,
    HEDGE.test(answer.text) ? 1 : 0,
    tokens.reduce((sum, { entry }) => sum + entry.word.length, 0) / count,
    answer.keys.size / count,
    REASON.test(answer.text) ? 1 : 0,
    Math.log1p(question.tokens.length),
    /\b(?:why|explain)\b/i.test(question.text) ? 1 : 0,
    /\bhow\b/i.test(question.text) ? 1 : 0,
    Math.min(12, longestBareRun(answer)),
  ];
}
