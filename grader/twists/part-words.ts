import type { NoteGrade, PartVerdict } from '@/schemas/twist-grade';

/** A verdict on one part: two or three words, and the sentence that says what it means for this part. */
export interface PartWords {
  readonly word: string;
  readonly sentence: (part: string) => string;
}

export const PART_WORDS: Readonly<Record<PartVerdict, PartWords>> = {
  moved: { word: 'moved, rightly', sentence: (part) => `Moved, and the changed fact is reason enough: ${part}.` },
  'there-already': {
    word: 'there already',
    sentence: (part) => `Where the changed fact leads, it was before: ${part}.`,
  },
  stayed: {
    word: 'stayed, rightly',
    sentence: (part) => `Stayed, and the changed fact gives no reason against it: ${part}.`,
  },
  left: { word: 'left behind', sentence: (part) => `Stayed, and should have moved: ${part}.` },
  elsewhere: {
    word: 'moved elsewhere',
    sentence: (part) => `Moved, but not to where the changed fact leads: ${part}.`,
  },
  needless: { word: 'moved needlessly', sentence: (part) => `Moved, and should have stayed: ${part}.` },
  repaired: {
    word: 'repaired',
    sentence: (part) =>
      `Moved from a pick that was hard to defend before to one that can be: ${part}. It counts neither way.`,
  },
};

/** What the grader found in the note, and what to do about it. */
export const NOTE_WORDS: Readonly<Record<NoteGrade['finding'], string>> = {
  reason: 'Names what changed and ties it to what moves or stays.',
  half: 'Gives half of the reason: either what changed, or what follows, and not how the one leads to the other.',
  copied: 'Repeats the changed fact and adds hardly anything. Say what follows from it for your parts.',
  'other-reason': 'Gives a reason that does not come from the changed fact, or draws the contrary from it.',
  nothing: 'Does not say what the changed fact has to do with the picks.',
  hostile: 'Speaks to whoever marks it. Such a note earns nothing, and a person may look at it.',
  unjudged: 'Could not be read in time. A person should look at it.',
};
