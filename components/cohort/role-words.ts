import type { Role } from '@/schemas/roster';

/** What each role is called, does, and sees of a learner: one text for invitations, for the desk and for the account page. */
interface RoleWords {
  readonly name: string;
  readonly an: string;
  readonly means: string;
}

export const ROLE_WORDS: Readonly<Record<Role, RoleWords>> = {
  learner: {
    name: 'Learner',
    an: 'a learner',
    means: 'You work through the course in this group. Your work stays yours if you leave it.',
  },
  instructor: {
    name: 'Instructor',
    an: 'an instructor',
    means: 'You run the cohort: its people and their work, what is assigned, and the grades.',
  },
  reviewer: {
    name: 'Reviewer',
    an: 'a reviewer',
    means: 'You mark what waits for a person, without seeing whose it is.',
  },
  lead: {
    name: 'Lead',
    an: 'a lead',
    means: 'You see how far the whole cohort is, and nothing about one person.',
  },
};

/** What somebody who learns in a cohort is seen by, in the words of the one who is seen. */
export const WHAT_THEY_SEE = {
  instructor: [
    'your name, your e-mail address, and the day you were last here',
    'which lessons you read, and how many quiz items you have right',
    'every record that you handed in, with its text, its grade and what the grader quoted',
    'of a record that waits for a person: whether much of it came in one paste, as your browser counted',
  ],
  reviewer: [
    'the text of a record that waits for a person, its grade, and whether much of it came in one paste: no name and no address',
  ],
  lead: [
    'how many of the cohort are how far, and in which band: never your name, text or marks',
    'averages only where at least five people are in them',
  ],
  owner: ['what instructors see, in every cohort, and who opened or changed what'],
  nobody: [
    'drafts that you did not hand in, and decisions in the studio',
    'your review cards, placement answers and predictions of your own marks',
  ],
} as const;
