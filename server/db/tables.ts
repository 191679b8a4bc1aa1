import 'server-only';
import type { Generated } from 'kysely';
import type { AccountTables } from './account-tables';
import type { AnalysisTables } from './analysis-tables';
import type { AppealTables } from './appeal-tables';
import type { AssignmentTables } from './assignment-tables';
import type { Json, Time, Truth } from './columns';
import type { DashboardTables } from './dashboard-tables';
import type { LetterTables } from './letter-tables';
import type { LiveTables } from './live-tables';
import type { PeopleTables } from './people-tables';
import type { PracticeTables } from './practice-tables';
import type { PreviewTables } from './preview-tables';
import type { RetentionColumns } from './retention-tables';
import type { ReviewTables } from './review-tables';
import type { TeamTables } from './team-tables';

/** The account library's own four tables; their columns and types are the library's. */
export interface UserTable {
  id: string;
  name: string;
  email: string;
  emailVerified: unknown;
  image: string | null;
  createdAt: unknown;
  updatedAt: unknown;
  isAnonymous: unknown;
}
interface SessionTable {
  id: string;
  userId: string;
  token: string;
  expiresAt: unknown;
  createdAt: unknown;
  updatedAt: unknown;
  ipAddress: string | null;
  userAgent: string | null;
}
interface AccountTable {
  id: string;
  userId: string;
  accountId: string;
  providerId: string;
  accessToken: string | null;
  refreshToken: string | null;
  idToken: string | null;
  accessTokenExpiresAt: unknown;
  refreshTokenExpiresAt: unknown;
  scope: string | null;
  password: string | null;
  createdAt: unknown;
  updatedAt: unknown;
}
interface VerificationTable {
  id: string;
  identifier: string;
  value: string;
  expiresAt: unknown;
  createdAt: unknown;
  updatedAt: unknown;
}

/** Every table and its columns as stored. */
export interface Tables
  extends PracticeTables,
    TeamTables,
    PeopleTables,
    ReviewTables,
    DashboardTables,
    AssignmentTables,
    AnalysisTables,
    PreviewTables,
    AccountTables,
    LetterTables,
    LiveTables,
    AppealTables {
  user: UserTable;
  session: SessionTable;
  account: AccountTable;
  verification: VerificationTable;

  /** A learner's work hangs here, not on `user`, so that no account deletion can cascade into it. */
  learners: {
    id: string;
    createdAt: Time;
    lastActiveAt: Time;
    mergedInto: string | null;
    /** Chooses the figures of exercises; null before there were any to choose (docs/decisions/019). */
    studySeed: Generated<number | null>;
    /** Rises with every write about them: lockLearner and holdLearner, the first statement of each, see to it. */
    writes: Generated<number>;
  };
  preferences: { learnerId: string; preferences: Json };
  cohorts: { id: string; name: string; createdAt: Time; archivedAt: Generated<Time | null> };
  enrolments: { learnerId: string; cohortId: string; role: string; status: string; enrolledAt: Time };

  /** The path that a person follows; no row: the whole course. */
  path_choices: { learnerId: string; pathId: string; chosenAt: Time };
  /** Every placement taken, with its answers; only the latest is shown. Counts for no quiz. */
  placements: {
    id: string;
    learnerId: string;
    seed: number;
    itemIds: Json;
    answers: Json;
    openedAt: Time;
    finishedAt: Time | null;
  };

  lesson_reads: { learnerId: string; lessonId: string; readAt: Time };
  quiz_attempts: {
    id: string;
    learnerId: string;
    lessonId: string;
    number: number;
    seed: number;
    items: string;
    itemIds: Json;
    openedAt: Time;
    finishedAt: Time | null;
    score: number | null;
    /** Which wording of each item the attempt began with; null in rows from before that was kept. */
    itemHashes: Generated<Json | null>;
  };
  item_responses: {
    attemptId: string;
    itemId: string;
    response: Json;
    confidence: string;
    score: Json;
    answeredAt: Time;
    /** Of the wording that was answered (server/item-hash.ts); null in rows from before wordings were kept. */
    itemHash: Generated<string | null>;
  };

  /** `variant`: which figures the exercise has in this attempt; 0 for those of its files. */
  attempts: {
    id: string;
    learnerId: string;
    scenarioId: string;
    number: number;
    variant: number;
    openedAt: Time;
    /** Of brief, rubric and probes when it was opened; null in rows from before that was kept. */
    contentHash: Generated<string | null>;
  };
  submissions: {
    id: string;
    attemptId: string;
    learnerId: string;
    scenarioId: string;
    number: number;
    handIn: Json;
    contentHash: string;
    idempotencyKey: string;
    /** By the clock of the browser that handed in, where it said; nothing is decided by it. */
    pressedAt: Generated<Time | null>;
    submittedAt: Time;
    gradingTries: number;
    /** What the browser counted as pasted; null where it counted nothing. */
    pastes: Generated<Json | null>;
  } & RetentionColumns;
  /** The grade in force; what was in force before is in `grade_events`. */
  grades: {
    submissionId: string;
    grade: Json;
    overall: number;
    needsReview: Truth;
    graderVersion: string;
    rubricHash: string;
    gradedAt: Time;
  };
  /** At most one second opinion a submission, beside its grade and never in it (docs/decisions/015). */
  opinions: {
    submissionId: string;
    recipient: Json;
    /** asked, given or unavailable. */
    status: string;
    /** Why it is unavailable. */
    gap: string | null;
    /** Status code of the provider's refusal, for the operator. */
    httpStatus: number | null;
    opinion: Json | null;
    needsReview: Truth;
    /** Counts the questions sent, and tells a process that was overtaken that its answer is no longer wanted. */
    tries: number;
    askedAt: Time;
    startedAt: Time | null;
    /** Until then some process is waiting for the answer. */
    leaseUntil: Time | null;
    endedAt: Time | null;
    inputTokens: number | null;
    outputTokens: number | null;
    cost: number | null;
  };
  /** The latest choice of a learner about one recipient: the state of the box beside the hand-in button. */
  opinion_choices: { learnerId: string; recipientId: string; isWanted: Truth; chosenAt: Time };
  /** What was asked and used per day (UTC): the cap counts here, and it outlives purged submissions. */
  opinion_days: { day: string; asked: number; inputTokens: number; outputTokens: number; cost: number };
  rubric_snapshots: { hash: string; rubric: Json; storedAt: Time };
  drafts: { learnerId: string; scenarioId: string; version: number; handIn: Json; savedAt: Time };
  /** Text that lost against a newer version of the same draft. Kept, never shown as current. */
  draft_conflicts: {
    id: string;
    learnerId: string;
    scenarioId: string;
    baseVersion: number;
    handIn: Json;
    contentHash: string;
    keptAt: Time;
  };

  /** Roll-ups: what dashboards read. Written in the same transaction as the row they sum up (decision 011). */
  learner_items: {
    learnerId: string;
    itemId: string;
    lessonId: string;
    isCorrect: Truth;
    share: number;
    answers: number;
    answeredAt: Time;
    /** Of the latest answer. */
    confidence: Generated<string | null>;
    /** The option of the latest answer, where the item has single options. */
    chosen: Generated<string | null>;
    /** How many of the answers were wrong. */
    failures: Generated<number>;
  };
  learner_exercises: {
    learnerId: string;
    scenarioId: string;
    handIns: number;
    bestOverall: number | null;
    latestSubmissionId: string;
    latestSubmittedAt: Time;
  };

  one_time_links: {
    id: string;
    purpose: string;
    tokenHash: string;
    learnerId: string | null;
    createdAt: Time;
    expiresAt: Time;
    usedAt: Time | null;
    /** The address that a link to confirm one is about. */
    email: Generated<string | null>;
  };
  /** Counted tries against one account, shared by all processes. */
  try_counts: { key: string; count: number; windowStartedAt: Time };
  settings: { key: string; value: string };
}
