import { randomUUID } from 'node:crypto';
import { dismissAlikeText } from '@/server/reviews/alike-texts';
import { decide, decideOnAll } from '@/server/reviews/decide';
import { releaseLease, takeLease } from '@/server/reviews/leases';
import { changeSample, countWaiting, selectReviewQueue } from '@/server/reviews/queue';
import { addNote, revealWriter } from '@/server/reviews/review-notes';
import { chooseCohort, findInCohort } from '@/server/reviews/review-scope';
import { selectOwnReview } from '@/server/reviews/select-own-review';
import { selectReview } from '@/server/reviews/select-review';
import { selectUndoable, undoReview } from '@/server/reviews/undo-review';
import { except, MANAGERS, OWN, REVIEWERS, type Table } from './table';
import type { World } from './world';

const idOf = (w: World) => w.hers.submissionId;
const confirmed = (w: World) => ({ basedOn: w.disputed.basedOn, rulings: [] });
const confirm = (w: World) => ({ ...confirmed(w), submissionId: idOf(w), idempotencyKey: randomUUID(), viaId: null });
/** What nobody did cannot be taken back, nor set aside. */
const NOTHING_DONE = except('forbidden', { owner: 'absent', instructor: 'absent', reviewer: 'absent' });
const REFUSED = except('forbidden', { owner: 'refused', instructor: 'refused', reviewer: 'refused' });

/** The review desk. */
export const REVIEWING: Table = {
  'reviews/queue#selectReviewQueue': [REVIEWERS, (actor, w) => selectReviewQueue(actor, w.cohortId)],
  'reviews/queue#countWaiting': [
    except('empty', { owner: 'yes', instructor: 'yes', elsewhere: 'yes', reviewer: 'yes' }),
    (actor) => countWaiting(actor),
  ],
  'reviews/queue#changeSample': [MANAGERS, (actor, w) => changeSample(actor, w.cohortId, 20)],
  'reviews/select-review#selectReview': [REVIEWERS, (actor, w) => selectReview(actor, w.cohortId, idOf(w))],
  'reviews/review-scope#findInCohort': [
    // For the server alone: it names the writer to whoever may review, and no page hands it on.
    { ...REVIEWERS, reviewer: 'yes' },
    async (actor, w) => (await findInCohort(actor, w.cohortId, idOf(w), 'test'))?.cohortId ?? null,
  ],
  'reviews/review-scope#chooseCohort': [
    { ...REVIEWERS, elsewhere: 'absent' },
    (actor, w) => chooseCohort(actor, idOf(w), w.cohortId),
  ],
  'reviews/leases#takeLease': [REVIEWERS, (actor, w) => takeLease(actor, w.cohortId, idOf(w))],
  'reviews/leases#releaseLease': [REVIEWERS, (actor, w) => releaseLease(actor, w.cohortId, idOf(w))],
  'reviews/decide#decide': [REVIEWERS, (actor, w) => decide(actor, w.cohortId, confirm(w))],
  'reviews/decide#decideOnAll': [
    REVIEWERS,
    (actor, w) => decideOnAll(actor, idOf(w), { ...confirmed(w), cohortId: w.cohortId, alsoTo: [] }, randomUUID()),
  ],
  'reviews/undo-review#undoReview': [REFUSED, (actor, w) => undoReview(actor, w.cohortId, idOf(w))],
  'reviews/undo-review#selectUndoable': [NOTHING_DONE, (actor, w) => selectUndoable(actor, w.cohortId, idOf(w))],
  'reviews/review-notes#addNote': [
    REVIEWERS,
    (actor, w) => addNote(actor, w.cohortId, idOf(w), { text: 'Noted.', idempotencyKey: randomUUID() }),
  ],
  'reviews/review-notes#revealWriter': [MANAGERS, (actor, w) => revealWriter(actor, w.cohortId, idOf(w), 'a test')],
  'reviews/alike-texts#dismissAlikeText': [
    NOTHING_DONE,
    (actor, w) => dismissAlikeText(actor, w.cohortId, idOf(w), w.others.submissionId),
  ],
  'reviews/select-own-review#selectOwnReview': [OWN, (actor, w) => selectOwnReview(actor, w.view)],
};
