import type { Case } from './case';
import type { Claim } from './claim';
import type { ContraryFile } from './contrary';
import type { TermId } from './ids';
import type { LearningPath } from './learning-path';
import type { CourseOutline, Lesson, Module } from './lesson';
import type { Misconception } from './misconception';
import type { ModelAnswers } from './model-answer';
import type { Panel } from './panel';
import type { PlacementFile } from './placement';
import type { Probes } from './probe';
import type { Quiz } from './quiz';
import type { Reread } from './reread';
import type { Rubric } from './rubric';
import type { Sample } from './sample';
import type { Scenario } from './scenario';
import type { Term } from './term';
import type { TwistsFile } from './twist';
import type { ExchangeTable, Variants } from './variant';

/** The words under one heading of a lesson, without its listings and cards: what a search looks through. */
export interface LessonSection {
  /** The heading's anchor; null for what stands before the first heading. */
  readonly id: string | null;
  readonly title: string;
  readonly text: string;
}

/** A lesson with its MDX source and quiz, as loaded and checked. Server only: it holds keys. */
export interface LoadedLesson {
  readonly lesson: Lesson;
  readonly module: Module;
  readonly mdx: string;
  readonly sections: readonly LessonSection[];
  /** Terms of the glossary that its text uses, in the order of first use. */
  readonly terms: readonly TermId[];
  readonly file: string;
  readonly quiz: Quiz;
  /** Estimated from words and items (grader/estimate-minutes.ts); an author's own figure replaces the reading time. */
  readonly minutes: { readonly reading: number; readonly quiz: number };
}

/** What makes an exercise one of its variants: which, the exercise it was made of, and how its figures are read back. */
export interface Variation {
  readonly id: number;
  readonly base: Pick<Exercise, 'scenario' | 'rubric' | 'probes' | 'rubricHash'>;
  readonly back: ExchangeTable;
  /** As `back`, and a figure of the files, which is wrong here, is read as that of the variant: it is wrong there too. */
  readonly strict: ExchangeTable;
}

/** A scenario with its rubric, the rubric's content hash and its marked samples. Server only. */
export interface Exercise {
  readonly scenario: Scenario;
  readonly rubric: Rubric;
  /** Statements that the grader compares answers with; null where the author has written none yet. */
  readonly probes: Probes | null;
  /** Content hash of rubric and probes: what a grade of this exercise rests on. */
  readonly rubricHash: string;
  /** Where to read again, criterion by criterion; null where the author has named nothing. No grade rests on it. */
  readonly reread: Reread | null;
  /** Two records that may be shown once the exercise is open; null where none is written. No grade rests on them. */
  readonly modelAnswers: ModelAnswers | null;
  /** What is right after each of the scenario's twists; null where nobody wrote it: then there are no twist rounds. */
  readonly twists: TwistsFile | null;
  /** The other sides, argued; null where nobody wrote them: then a learner is offered none. No grade of a hand-in rests on it. */
  readonly contrary: ContraryFile | null;
  /** Who reads the record in review; null for an exercise whose result is not arranged as a panel. */
  readonly panel: Panel | null;
  readonly samples: readonly Sample[];
  /** Other figures for the same exercise; null where the author has written none. */
  readonly variants: Variants | null;
  /** Null in the exercise as it stands in its files. */
  readonly variation: Variation | null;
  /** Estimated from the brief and the record it asks for. */
  readonly minutes: number;
}

/** All content, checked as a whole. `contentHash` changes when any file does. */
export interface Course {
  readonly outline: CourseOutline;
  readonly lessons: readonly LoadedLesson[];
  readonly exercises: readonly Exercise[];
  readonly claims: readonly Claim[];
  readonly cases: readonly Case[];
  readonly misconceptions: readonly Misconception[];
  readonly glossary: readonly Term[];
  /** Ways through the course; none where lessons/paths.yaml is not there. */
  readonly paths: readonly LearningPath[];
  /** What the placement asks; null where lessons/placement.yaml is not there. */
  readonly placement: PlacementFile | null;
  readonly contentHash: string;
}
