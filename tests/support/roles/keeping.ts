import { randomUUID } from 'node:crypto';
import { EMPTY_DECISION } from '@/schemas/decision';
import { makeFeed, revokeFeed, selectFeed } from '@/server/calendar/feeds';
import { issueCertificate, revokeCertificate, selectOwnCertificates } from '@/server/certificates/certificates';
import { collectBody } from '@/server/certificates/collect-body';
import { selectGradedDrafts } from '@/server/certificates/graded-drafts';
import { computeStanding, selectCertificateStanding } from '@/server/certificates/standing';
import { selectOwnSight } from '@/server/cohorts/seen-by-others';
import { selectDecisionFeedback } from '@/server/decisions/decision-feedback';
import {
  addDecision,
  removeDecision,
  saveDecision,
  selectDecision,
  selectDecisions,
} from '@/server/decisions/decisions';
import { reconsiderDecision, selectDecisionsDue, selectLooks } from '@/server/decisions/reconsider';
import { deleteOwnAccount } from '@/server/delete-account';
import { exportOwn } from '@/server/export/export-own';
import { joinByInvite } from '@/server/invites/join';
import { selectOpinionOffer } from '@/server/judge/request-opinion';
import { claimInstructor } from '@/server/links';
import { countUnseenNotices, markNoticesSeen, selectNotices } from '@/server/notices';
import { choosePath, selectChosenPath } from '@/server/path-choice';
import {
  answerPlacement,
  openPlacement,
  selectFreshPlacement,
  selectPlacedStart,
  selectPlacementView,
} from '@/server/placement';
import { savePreferences, selectPreferences } from '@/server/preferences';
import { pauseRecall, resetRecall, saveRecallZone } from '@/server/recall/change-recall';
import { ensureCards } from '@/server/recall/ensure-cards';
import { selectDueCount, selectRecallQueue } from '@/server/recall/queue';
import { reviewCard, undoReview } from '@/server/recall/review-card';
import { selectRecallProgress } from '@/server/recall/select-retention';
import { reportContext } from '@/server/reports/report-context';
import { countUnreadReplies, markRepliesSeen, selectOwnReports, sendReport } from '@/server/reports/reports';
import { selectSelfAssessment } from '@/server/self-assessment/self-assessment';
import { FIRST_ITEM, LESSON, SECOND_ITEM } from '../fixture';
import { PASSWORD } from '../people';
import { except, HERS, OWN, type Table } from './table';

const ABOUT = { kind: 'item', lessonId: LESSON, itemId: FIRST_ITEM } as const;
const RECORD = { ...EMPTY_DECISION, title: 'Mine' };
const LOOK = { answer: 'still-right', note: '', reviewOn: '', idempotencyKey: 'a-key-of-eight' } as const;

/** One's account and what one keeps in it: decisions, cards, placement, certificates, news, reports. */
export const KEEPING: Table = {
  'calendar/feeds#selectFeed': [OWN, (actor) => selectFeed(actor)],
  'calendar/feeds#makeFeed': [OWN, (actor) => makeFeed(actor)],
  'calendar/feeds#revokeFeed': [OWN, (actor) => revokeFeed(actor)],
  'certificates/certificates#selectOwnCertificates': [OWN, (actor) => selectOwnCertificates(actor)],
  'certificates/certificates#issueCertificate': [except('refused', {}), (actor) => issueCertificate(actor, 'A Name')],
  'certificates/certificates#revokeCertificate': [HERS, (actor, w) => revokeCertificate(actor, w.certificate)],
  'certificates/collect-body#collectBody': [OWN, async (actor) => collectBody(actor, await computeStanding(actor))],
  'certificates/graded-drafts#selectGradedDrafts': [OWN, (actor) => selectGradedDrafts(actor)],
  'certificates/standing#computeStanding': [OWN, (actor) => computeStanding(actor)],
  'certificates/standing#selectCertificateStanding': [OWN, (actor) => selectCertificateStanding(actor)],
  'cohorts/seen-by-others#selectOwnSight': [OWN, (actor) => selectOwnSight(actor)],
  'decisions/decisions#selectDecisions': [OWN, (actor) => selectDecisions(actor)],
  'decisions/decisions#selectDecision': [HERS, (actor, w) => selectDecision(actor, w.hers.decision.id)],
  'decisions/decisions#addDecision': [OWN, (actor) => addDecision(actor, randomUUID(), RECORD)],
  'decisions/decisions#saveDecision': [HERS, (actor, w) => saveDecision(actor, w.hers.decision.id, 1, RECORD)],
  // Says nothing either way; that somebody else's stays is checked by tests/integration/decisions.test.ts.
  'decisions/decisions#removeDecision': [OWN, (actor, w) => removeDecision(actor, w.hers.decision.id)],
  'decisions/decision-feedback#selectDecisionFeedback': [
    HERS,
    (actor, w) => selectDecisionFeedback(actor, w.hers.decision.id),
  ],
  'decisions/reconsider#selectDecisionsDue': [OWN, (actor) => selectDecisionsDue(actor, Date.now())],
  'decisions/reconsider#selectLooks': [OWN, (actor, w) => selectLooks(actor, w.hers.decision.id)],
  'decisions/reconsider#reconsiderDecision': [HERS, (actor, w) => reconsiderDecision(actor, w.hers.decision.id, LOOK)],
  'delete-account#deleteOwnAccount': [
    { ...OWN, owner: 'refused' },
    (actor) => deleteOwnAccount(actor, actor.isGuest ? null : PASSWORD),
  ],
  'export/export-own#exportOwn': [OWN, (actor) => exportOwn(actor, 'json')],
  'invites/join#joinByInvite': [OWN, (actor, w) => joinByInvite(actor, w.inviteToken)],
  'judge/request-opinion#selectOpinionOffer': [OWN, (actor) => selectOpinionOffer(actor)],
  'links#claimInstructor': [except('refused', {}), (actor) => claimInstructor(actor, 'no-such-link')],
  'notices#selectNotices': [OWN, (actor) => selectNotices(actor)],
  'notices#countUnseenNotices': [OWN, (actor) => countUnseenNotices(actor)],
  'notices#markNoticesSeen': [OWN, (actor) => markNoticesSeen(actor, Date.now())],
  'path-choice#selectChosenPath': [OWN, (actor) => selectChosenPath(actor)],
  'path-choice#choosePath': [OWN, (actor) => choosePath(actor, null)],
  'placement#selectPlacementView': [OWN, (actor) => selectPlacementView(actor)],
  'placement#selectFreshPlacement': [OWN, (actor) => selectFreshPlacement(actor)],
  'placement#selectPlacedStart': [OWN, (actor) => selectPlacedStart(actor)],
  'placement#openPlacement': [OWN, (actor) => openPlacement(actor)],
  'placement#answerPlacement': [
    HERS,
    (actor, w) => answerPlacement(actor, w.placementId, { itemId: SECOND_ITEM, given: null }),
  ],
  'preferences#selectPreferences': [OWN, (actor) => selectPreferences(actor)],
  'preferences#savePreferences': [OWN, (actor) => savePreferences(actor, { editor: 'plain' })],
  'recall/ensure-cards#ensureCards': [OWN, (actor) => ensureCards(actor)],
  'recall/queue#selectRecallQueue': [OWN, (actor) => selectRecallQueue(actor)],
  'recall/queue#selectDueCount': [OWN, (actor) => selectDueCount(actor)],
  'recall/select-retention#selectRecallProgress': [OWN, (actor) => selectRecallProgress(actor)],
  'recall/change-recall#pauseRecall': [OWN, (actor) => pauseRecall(actor, true)],
  'recall/change-recall#resetRecall': [OWN, (actor) => resetRecall(actor)],
  'recall/change-recall#saveRecallZone': [OWN, (actor) => saveRecallZone(actor, 'Europe/Berlin')],
  'recall/review-card#reviewCard': [
    HERS,
    (actor, w) => reviewCard(actor, { cardId: w.card.cardId, version: w.card.version, answer: w.card.answer }),
  ],
  'recall/review-card#undoReview': [HERS, (actor, w) => undoReview(actor, w.card.reviewId)],
  'reports/report-context#reportContext': [OWN, (actor) => reportContext(actor, ABOUT)],
  'reports/reports#selectOwnReports': [OWN, (actor) => selectOwnReports(actor)],
  'reports/reports#countUnreadReplies': [OWN, (actor) => countUnreadReplies(actor)],
  'reports/reports#markRepliesSeen': [OWN, (actor) => markRepliesSeen(actor)],
  'reports/reports#sendReport': [
    OWN,
    (actor) => sendReport(actor, { about: ABOUT, kind: 'typo', text: 'A letter.', idempotencyKey: randomUUID() }),
  ],
  'self-assessment/self-assessment#selectSelfAssessment': [OWN, (actor) => selectSelfAssessment(actor)],
};
