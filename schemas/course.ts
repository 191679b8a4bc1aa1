import type { Case } from './case';
import type { Claim } from './claim';
import type { CourseOutline, Lesson, Module } from './lesson';
import type { Misconception } from './misconception';
import type { ModelAnswers } from './model-answer';
import type { Probes } from './probe';
import type { Quiz } from './quiz';
import type { Reread } from './reread';
import type { Rubric } from './rubric';
import type { Sample } from './sample';
import type { Scenario } from './scenario';

/** A lesson with its MDX source and quiz, as loaded and checked. Server only: it holds keys. */
export interface LoadedLesson {
  readonly lesson: Lesson;
  readonly module: Module;
  readonly mdx: string;
  readonly file: string;
  readonly quiz: Quiz;
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
  readonly samples: readonly Sample[];
}

/** All content, checked as a whole. `contentHash` changes when any file does. */
export interface Course {
  readonly outline: CourseOutline;
  readonly lessons: readonly LoadedLesson[];
  readonly exercises: readonly Exercise[];
  readonly claims: readonly Claim[];
  readonly cases: readonly Case[];
  readonly misconceptions: readonly Misconception[];
  readonly contentHash: string;
}
