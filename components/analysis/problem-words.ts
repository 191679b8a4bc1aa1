import type { ItemProblemKind } from '@/schemas/item-analysis';

interface ProblemWords {
  readonly short: string;
  /** What it may mean, and what to look at first. */
  readonly advice: string;
}

export const PROBLEM_WORDS: Readonly<Record<ItemProblemKind, ProblemWords>> = {
  'negative-discrimination': {
    short: 'the stronger get it wrong',
    advice:
      'People who do well elsewhere do worse here. Check the key first, then whether the wording has a second reading that knows more than the author.',
  },
  'best-take-distractor': {
    short: 'the best take a distractor',
    advice:
      'In the strongest fifth a wrong option is taken more often than the right one. It may be right under a condition that the stem leaves open.',
  },
  'low-discrimination': {
    short: 'tells nobody apart',
    advice:
      'Right and wrong answers have little to do with the rest of the quiz. Often the wording is guessed at, or the item asks for something that the lesson does not teach.',
  },
  'too-hard': {
    short: 'too hard',
    advice: 'Most people miss it. Read the lesson’s passage as somebody new would: is the step explained there at all?',
  },
  'too-easy': {
    short: 'too easy',
    advice:
      'Nearly everybody is right. Keep it if it is there to encourage; otherwise make the wrong options those that people really believe.',
  },
  'unused-distractor': {
    short: 'an option nobody takes',
    advice: 'An option that nobody takes only costs reading. Replace it by a mistake that people make.',
  },
  'too-slow': {
    short: 'takes long',
    advice:
      'Half of the people need more than twice the usual time for such an item. Look for a sum or a listing too long.',
  },
};
