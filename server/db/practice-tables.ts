import 'server-only';
import type { Json, Time } from './columns';

/** What practice beyond the first hand-in leaves behind: predictions, rounds, review cards, own decisions, reports. */
export interface PracticeTables {
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

  /** Decisions of people's own, private to them; `reviewOn` is the record's, '' for none. */
  decisions: {
    id: string;
    learnerId: string;
    version: number;
    record: Json;
    reviewOn: string;
    idempotencyKey: string;
    contentHash: string;
    createdAt: Time;
    savedAt: Time;
  };

  /** Text that lost against a newer version of the same decision. Kept, never shown as current. */
  decision_conflicts: {
    id: string;
    learnerId: string;
    decisionId: string;
    baseVersion: number;
    record: Json;
    contentHash: string;
    keptAt: Time;
  };

  /** Every answer to "would you still decide this?". */
  decision_looks: {
    id: string;
    learnerId: string;
    decisionId: string;
    answer: string;
    /** One sentence of its owner, or nothing. */
    note: string;
    idempotencyKey: string;
    answeredAt: Time;
  };

  /**
   * What a learner missed, asked again at growing distances (docs/decisions/021). `memory` null: not answered yet, or a
   * decision of their own, which has a date and no memory (docs/decisions/027).
   */
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

  /** What readers said is wrong with the course, and what they were answered. */
  problem_reports: {
    id: string;
    learnerId: string;
    aboutKind: string;
    aboutId: string;
    /** Null for a criterion, which belongs to an exercise. */
    lessonId: string | null;
    context: Json;
    kind: string;
    text: string;
    status: string;
    reply: string | null;
    createdAt: Time;
    answeredAt: Time | null;
    /** When the writer saw the answer; null again with each new answer. */
    seenAt: Time | null;
    idempotencyKey: string;
  };

  /** Who asked for the other side of a hand-in, and which case they were given: one a hand-in. */
  contrary_openings: { submissionId: string; learnerId: string; scenarioId: string; caseId: string; openedAt: Time };
  /** Replies to it, each with its grade; numbered within a submission. */
  rebuttals: {
    id: string;
    learnerId: string;
    submissionId: string;
    scenarioId: string;
    caseId: string;
    number: number;
    /** Hash of the case as the learner read it. */
    caseHash: string;
    reply: string;
    grade: Json;
    overall: number;
    contentHash: string;
    idempotencyKey: string;
    submittedAt: Time;
  };

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
}
