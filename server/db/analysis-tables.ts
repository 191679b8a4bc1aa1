import 'server-only';
import type { Json, Time } from './columns';

/** What the pages about the grader and the items keep. */
export interface AnalysisTables {
  /** Figures counted over many rows, kept until they are counted anew; no person is in them. */
  analyses: { key: string; data: Json; countedAt: Time; milliseconds: number };

  /** Ten answers that an instructor marks blind, drawn by a seed. No grade comes of them. */
  calibration_rounds: {
    id: string;
    learnerId: string;
    seed: number;
    /** What was drawn, in the order of marking (schemas/calibration-round.ts). */
    answers: Json;
    startedAt: Time;
    finishedAt: Time | null;
  };
  /** The levels of one answer of a round, with those of machine and reference at that moment. */
  calibration_marks: {
    roundId: string;
    learnerId: string;
    position: number;
    levels: Json;
    machine: Json;
    reference: Json | null;
    markedAt: Time;
  };
}
