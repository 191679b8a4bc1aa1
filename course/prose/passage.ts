import type { TextBlock } from '../collect-text';

/** A text that a learner reads, and where an author finds it. */
export interface Passage {
  readonly file: string;
  /** As a problem names it: `line 12`, or `items[2].stem (line 40)`. */
  readonly path: string;
  readonly kind: TextBlock['kind'];
  readonly text: string;
}
