import type { AppealRulingBody } from '@/schemas/appeal';
import { selectAppealDesk, selectDraftAppeals } from '@/server/appeals/appeal-desk';
import { sendAppeal, withdrawAppeal } from '@/server/appeals/appeals';
import { selectAllOwnAppeals, selectOwnAppeals } from '@/server/appeals/own-appeals';
import { ruleOnAppeal } from '@/server/appeals/rule';
import { exportSamples } from '@/server/labelled-samples/labelled-samples';
import { selectOwnRegrade } from '@/server/regrades/own-regrade';
import { startRegrade } from '@/server/regrades/regrades';
import { selectRegrade, selectRegrades } from '@/server/regrades/select-regrades';
import { stepRegrade } from '@/server/regrades/steps';
import { itemAppeal } from './disputes';
import { HER_TEACHERS, HERS, MANAGERS, OWN, OWNERS, REVIEWERS, type Table, TEACHERS } from './table';
import { SECRETS, type World } from './world';

const upheld = (w: World, basedOn: number): AppealRulingBody => ({
  cohortId: w.cohortId,
  basedOn,
  ruling: { outcome: 'uphold', level: 'full' },
  reason: 'It stands in the text.',
});
export const rulingOn = (w: World) => upheld(w, w.disputed.basedOn);
const ALL = { show: 'all', scenarioId: null, page: 1 } as const;
const REASON = 'The rubric is plainer.';

/** Appeals, the labelled samples that come of them, and regrades. */
export const DISPUTING: Table = {
  'appeals/appeals#sendAppeal': [
    HERS,
    (actor, w) => sendAppeal(actor, itemAppeal({ attemptId: w.hers.attemptId, secret: SECRETS.learner })),
  ],
  'appeals/appeals#withdrawAppeal': [HERS, (actor, w) => withdrawAppeal(actor, w.disputed.appealId)],
  'appeals/own-appeals#selectAllOwnAppeals': [OWN, (actor) => selectAllOwnAppeals(actor)],
  'appeals/own-appeals#selectOwnAppeals': [HERS, (actor, w) => selectOwnAppeals(actor, w.view)],
  'appeals/appeal-desk#selectAppealDesk': [REVIEWERS, (actor, w) => selectAppealDesk(actor, w.cohortId)],
  'appeals/appeal-desk#selectDraftAppeals': [
    REVIEWERS,
    (actor, w) => selectDraftAppeals(actor, w.cohortId, w.hers.submissionId, w.review),
  ],
  'appeals/rule#ruleOnAppeal': [REVIEWERS, (actor, w) => ruleOnAppeal(actor, w.disputed.appealId, rulingOn(w))],
  'appeals/rule#ruleOnAppeal about a quiz item': [
    REVIEWERS,
    (actor, w) => ruleOnAppeal(actor, w.disputed.itemAppealId, upheld(w, 0)),
  ],
  'labelled-samples/labelled-samples#exportSamples': [MANAGERS, (actor, w) => exportSamples(actor, w.cohortId)],

  'regrades/own-regrade#selectOwnRegrade': [HERS, (actor, w) => selectOwnRegrade(actor, w.view)],
  'regrades/select-regrades#selectRegrades': [TEACHERS, (actor) => selectRegrades(actor)],
  'regrades/select-regrades#selectRegrade': [
    HER_TEACHERS,
    (actor, w) => selectRegrade(actor, w.disputed.regradeId, ALL),
  ],
  'regrades/regrades#startRegrade': [
    MANAGERS,
    (actor, w) => startRegrade(actor, { cohortId: w.cohortId, reason: REASON }),
  ],
  'regrades/regrades#startRegrade of all cohorts': [
    OWNERS,
    (actor) => startRegrade(actor, { cohortId: null, reason: REASON }),
  ],
  'regrades/steps#stepRegrade': [
    HER_TEACHERS,
    (actor, w) => stepRegrade(actor, w.disputed.regradeId, { step: 'undo', version: w.disputed.regradeVersion }),
  ],
};
