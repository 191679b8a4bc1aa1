import type { Side } from '@/schemas/contrary';
import type { Aspect, RebuttalGrade } from '@/schemas/rebuttal';
import type { Level } from '@/schemas/rubric';

/** What a side is called. */
export const SIDE_WORD: Readonly<Record<Side, string>> = {
  rust: 'Rust',
  go: 'Go',
  both: 'both, each where it fits',
  neither: 'neither of the two',
  keep: 'keeping what runs',
};

/** What a reply is looked at for, as a heading. */
export const ASPECT_NAME: Readonly<Record<Aspect, string>> = {
  point: 'Takes up a point of the other side',
  reason: 'Answers it, or concedes it with a limit',
  condition: 'Says when the other side would win',
};

/** One sentence for each level of each aspect. */
export const ASPECT_WORDS: Readonly<Record<Aspect, Readonly<Record<Level, string>>>> = {
  point: {
    full: 'You name the point that you answer, in words of your own.',
    half: 'You touch a point of the case; say which one you answer, in words of your own.',
    none: 'No point of the case is taken up. Pick its strongest one and name it.',
  },
  reason: {
    full: 'You answer with a reason or a figure, or you concede it and say how far.',
    half: 'There is half an answer; tie it to a figure or a fact of the brief.',
    none: 'The point stands unanswered. Give a reason or a figure, or concede it with a limit.',
  },
  condition: {
    full: 'You say what would have to be true for the other side to win.',
    half: 'There is a condition, but nothing in it that could be observed.',
    none: 'Nothing says when the other side would win. Name what would have to be true.',
  },
};

/** Why a reply earned nothing; null where it was read as an answer. */
export const STANDING_WORDS: Readonly<Record<RebuttalGrade['standing'], string | null>> = {
  engaged: null,
  copied: 'This is the text of the case or of the brief once more. Only words of your own count.',
  dismissed: 'This waves the other side aside without answering it. Disagreeing is fine; say with what.',
  hostile: 'Part of this speaks to whoever marks, so nothing was counted. A person can look at it.',
  unjudged: 'The grader could not read this reply in time. A person can look at it; handing it in again is possible.',
};
