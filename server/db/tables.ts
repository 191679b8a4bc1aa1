import 'server-only';

/**
 * Every table and its columns as stored: ids are text (UUIDv7), times are milliseconds, truth is 0 or 1, structures
 * are JSON text on both engines (docs/decisions/012-one-sqlite-adapter.md). Rows become nouns in one place each,
 * through the schemas of schemas/.
 */
type Time = number;
type Truth = number;
type Json = string;

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

export interface Tables {
  user: UserTable;
  session: SessionTable;
  account: AccountTable;
  verification: VerificationTable;

  /** A learner's work hangs here, not on `user`, so that no account deletion can cascade into it. */
  learners: { id: string; createdAt: Time; lastActiveAt: Time; mergedInto: string | null };
  preferences: { learnerId: string; preferences: Json };
  cohorts: { id: string; name: string; createdAt: Time };
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
  };
  item_responses: {
    attemptId: string;
    itemId: string;
    response: Json;
    confidence: string;
    score: Json;
    answeredAt: Time;
  };

  attempts: { id: string; learnerId: string; scenarioId: string; number: number; openedAt: Time };
  submissions: {
    id: string;
    attemptId: string;
    learnerId: string;
    scenarioId: string;
    number: number;
    handIn: Json;
    contentHash: string;
    idempotencyKey: string;
    submittedAt: Time;
    gradingTries: number;
  };
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
  /** Where a prediction was asked for: until it is answered, its learner is shown no grade (docs/decisions/018). */
  predictions: {
    submissionId: string;
    /** asked, predicted or skipped. */
    status: string;
    criteria: Json | null;
    askedAt: Time;
    answeredAt: Time | null;
  };
  /** Hints opened beyond the first question of a criterion, each counted once. */
  hint_uses: { learnerId: string; scenarioId: string; criterionId: string; step: string; usedAt: Time };
  /** Revisions after a fact had changed, each with its grade; numbered within a submission and twist. */
  twist_rounds: {
    id: string;
    learnerId: string;
    submissionId: string;
    scenarioId: string;
    twistId: string;
    number: number;
    /** Hash of the change as the learner read it: a round for an older text counts no more. */
    changeHash: string;
    answer: Json;
    grade: Json;
    overall: number;
    contentHash: string;
    idempotencyKey: string;
    submittedAt: Time;
  };
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
  };
  learner_exercises: {
    learnerId: string;
    scenarioId: string;
    handIns: number;
    bestOverall: number | null;
    latestSubmissionId: string;
    latestSubmittedAt: Time;
  };

  /** What a learner missed, asked again at growing distances (docs/decisions/021). `memory` null: not answered yet. */
  recall_cards: {
    id: string;
    learnerId: string;
    kind: string;
    sourceKey: string;
    /** Of what the card asks and what is right. */
    contentHash: string;
    memory: Json | null;
    /** The scheduler's due date, moved by pauses. */
    dueAt: Time;
    /** Rises with every answer, undoing, reset and edit: what a browser answers is one version of a card. */
    version: number;
    createdAt: Time;
    /** Edited since it was last answered. */
    changedAt: Time | null;
    /** Its source is no longer in the course. */
    retiredAt: Time | null;
  };
  /** Every answer to a card, never deleted while its learner is there. */
  recall_logs: {
    id: string;
    cardId: string;
    learnerId: string;
    /** Unique for its card. Below zero: of a card that was merged into this one. */
    cardVersion: number;
    rating: string;
    answer: Json;
    verdict: Json;
    before: Json | null;
    dueBefore: Time;
    dueAfter: Time;
    /** Days since the answer before; null for the first one. */
    elapsedDays: number | null;
    scheduledDays: number;
    reviewedAt: Time;
    undoneAt: Time | null;
  };
  /** `mark` says up to which of the learner's rows, and for which course, cards were made. */
  recall_states: { learnerId: string; mark: string; timeZone: string | null; pausedAt: Time | null };

  /** What was shown, copied when it was issued and never written again; only `revokedAt` changes (docs/decisions/025). */
  certificates: {
    id: string;
    learnerId: string;
    /** Unguessable part of the public link; stored as it is, because its owner must be able to read it again. */
    token: string;
    name: string;
    body: Json;
    issuedAt: Time;
    revokedAt: Time | null;
  };

  one_time_links: {
    id: string;
    purpose: string;
    tokenHash: string;
    learnerId: string | null;
    createdAt: Time;
    expiresAt: Time;
    usedAt: Time | null;
  };
  /** Counted tries against one account, shared by all processes. */
  try_counts: { key: string; count: number; windowStartedAt: Time };
  settings: { key: string; value: string };
}
