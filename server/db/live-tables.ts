import 'server-only';
import type { Json, Time } from './columns';

/** Rounds that a team decides together, and their votes, which go when the round is closed (decision 036). */
export interface LiveTables {
  live_rounds: {
    id: string;
    cohortId: string;
    scenarioId: string;
    /** What members type or scan. */
    code: string;
    /** Cohort and scenario while the round is open, so that there is one at a time; null once it is closed. */
    openKey: string | null;
    version: number;
    phase: string;
    endsAt: Time | null;
    /** What was revealed; it holds no vote. */
    shown: Json | null;
    openedById: string;
    openedAt: Time;
    closedAt: Time | null;
  };
  live_votes: {
    roundId: string;
    learnerId: string;
    /** first: before the reveal; second: after the argument. */
    pass: string;
    vote: Json;
    votedAt: Time;
  };
}
