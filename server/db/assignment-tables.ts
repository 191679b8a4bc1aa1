import 'server-only';
import type { Json, Time } from './columns';

/** Assignments with what hangs on them, and the work that the server does later. */
export interface AssignmentTables {
  /** Work for a cohort with a date; who made and changed it stands in `audit_entries`. */
  assignments: {
    id: string;
    cohortId: string;
    version: number;
    title: string;
    note: string;
    target: Json;
    attempts: Json;
    passing: Json;
    opensAt: Time;
    dueAt: Time;
    createdAt: Time;
    changedAt: Time;
    withdrawnAt: Time | null;
  };

  /** More time for one person: at most one an assignment, the latest that was granted. */
  assignment_extensions: {
    assignmentId: string;
    learnerId: string;
    dueAt: Time;
    reason: string;
    grantedAt: Time;
  };

  /** What is to be done later, once for each key. */
  jobs: {
    id: string;
    key: string;
    kind: string;
    body: Json;
    /** Whose instructors are told when it is given up; null: nobody's in particular. */
    cohortId: string | null;
    createdAt: Time;
    runAfter: Time;
    tries: number;
    /** Until then the process in `leaseOwner` is at it. */
    leaseUntil: Time | null;
    leaseOwner: string | null;
    doneAt: Time | null;
    failedAt: Time | null;
    lastError: string | null;
  };

  /** The secret address of one person's calendar; only the hash of its token is stored. */
  calendar_feeds: { learnerId: string; tokenHash: string; createdAt: Time };

  /** Where a cohort's messages go, at most one a cohort. Address and secret are needed as they are, so both are stored encrypted. */
  webhooks: { id: string; cohortId: string; url: string; secret: string; createdAt: Time };

  /** Every try at a delivery. No text of a message, which stands in its job. */
  webhook_deliveries: {
    id: string;
    cohortId: string;
    jobId: string;
    event: string;
    at: Time;
    /** Status code of the reply; null where there was none. */
    status: number | null;
    problem: string | null;
  };
}
