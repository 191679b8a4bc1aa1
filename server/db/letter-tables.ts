import 'server-only';
import type { Json, Time } from './columns';

/** Letters about the course by mail (docs/decisions/040). */
export interface LetterTables {
  /** What a letter will say, until it stands in one: once for each key of a person. */
  letter_parts: {
    id: string;
    learnerId: string;
    key: string;
    kind: string;
    about: Json;
    createdAt: Time;
    /** From then on nobody wants to read it any more. */
    goodUntil: Time;
    letterId: string | null;
  };

  /** At most one a person and day of theirs. What it said is not kept. */
  letters: {
    id: string;
    learnerId: string;
    /** `YYYY-MM-DD` in the zone of the person. */
    day: string;
    /** Of the secret in its link that stops letters; null until it was written. */
    tokenHash: string | null;
    state: string;
    createdAt: Time;
    sentAt: Time | null;
  };
}
