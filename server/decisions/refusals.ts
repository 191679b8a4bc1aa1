import 'server-only';
import { MOST_DECISION_BYTES } from '@/schemas/decision';
import { type Reply, refuse } from '../http/reply';

/** Room for the record and the JSON around it; the record itself is measured alone. */
export const DECISION_BODY_BYTES = 80 * 1024;
/** A file of 200 KB as JSON: line ends and quotes take two bytes each there. */
export const IMPORT_BODY_BYTES = 512 * 1024;

export function tooLarge(): Reply {
  return refuse(
    413,
    'too-large',
    `A decision holds at most ${MOST_DECISION_BYTES / 1024} KiB. Move what is not needed for the choice to another document and link it.`,
  );
}

export function unknownDecision(): Reply {
  return refuse(
    404,
    'unknown-decision',
    'There is no such decision of yours. Go back to the studio and open it there.',
  );
}
