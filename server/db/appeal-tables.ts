import 'server-only';
import type { Json, Time, Truth } from './columns';

/** What appeals and regrades leave behind. */
export interface AppealTables {
  /** One a learner and thing at a time; a closed one stays (schemas/appeal.ts). */
  appeals: {
    id: string;
    learnerId: string;
    /** criterion or item. */
    kind: string;
    submissionId: string | null;
    criterionId: string | null;
    attemptId: string | null;
    lessonId: string | null;
    itemId: string | null;
    optionId: string | null;
    /** What it is about, while it is open: two open ones about one thing cannot be stored. */
    openTarget: string | null;
    /** The learner's own sentence. */
    passage: Json | null;
    reason: string;
    /** open, withdrawn, upheld, partly or rejected. */
    status: string;
    createdAt: Time;
    /** When somebody who may rule first opened it. */
    seenAt: Time | null;
    closedAt: Time | null;
    rulerId: string | null;
    ruling: string | null;
    levelBefore: string | null;
    level: string | null;
    /** The grade event that the ruling made. */
    event: number | null;
    /** Ruled by the person who had set the level, for want of another. */
    isAlone: Truth;
    /** Score of a quiz item before the ruling. */
    scoreBefore: Json | null;
  };
  /** Sentences with the level a person stands by, for the author of the exercise. They name nobody. */
  labelled_samples: {
    id: string;
    appealId: string;
    scenarioId: string;
    criterionId: string;
    level: string;
    /** The sentence that decided. */
    text: string;
    /** Everything that a sample file of an exercise holds. */
    sample: Json;
    rubricHash: string;
    createdAt: Time;
  };
  /** A change of many grades at once, from its preview to its undoing. */
  regrades: {
    id: string;
    /** Null: all cohorts, for owners. */
    cohortId: string | null;
    /** receipt: rubric, grader or calibration changed; appeal: a ruling holds for alike sentences too. */
    kind: string;
    appealId: string | null;
    /** The ruling of the appeal, as JSON. */
    ruling: Json | null;
    /** collecting, grading, ready, applying, applied, undoing, undone or dropped. */
    status: string;
    /** Rises with every change of what would be applied; of two people changing it the later is told. */
    version: number;
    neverLowerOverall: Truth;
    neverLowerCriteria: Truth;
    reason: string;
    /** What the preview was computed with: grader, calibration and every rubric, as a hash. */
    computedWith: string;
    /** Last submission that was looked at while collecting. */
    collectedTo: string;
    looked: number;
    /** Counts the jobs that were asked for, so that each has a key of its own. */
    slices: number;
    createdById: string;
    appliedById: string | null;
    undoneById: string | null;
    createdAt: Time;
    readyAt: Time | null;
    appliedAt: Time | null;
    undoneAt: Time | null;
  };
  regrade_lines: {
    regradeId: string;
    submissionId: string;
    scenarioId: string;
    /** The grade event that the preview compares with. */
    basedOn: number;
    /** waiting, graded, failed, applied, kept, changed-since, undone or not-undone. */
    state: string;
    before: number;
    /** What it would become, and what where no criterion may lose. */
    after: number;
    afterKept: number;
    /** The new grade, people's rulings laid over. */
    grade: Json | null;
    rubricHash: string | null;
    /** Per criterion that moves: id, title, from, to and the sentence. */
    changes: Json;
    isHeld: Truth;
    /** A person had confirmed the grade as a whole. */
    isConfirmed: Truth;
    /** The event that applying made. */
    event: number | null;
  };
}
