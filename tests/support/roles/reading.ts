import { CohortExportQuerySchema, PeopleQuerySchema } from '@/schemas/dashboard';
import { scopeOf } from '@/server/analysis/analysis-scope';
import { selectItemAnalysis } from '@/server/analysis/item-analysis';
import { selectManagedCohorts } from '@/server/analysis/managed-cohorts';
import { selectSampleFigures, selectTrustFigures } from '@/server/analysis/trust-figures';
import { markAnswer, selectRound } from '@/server/calibration/mark-round';
import { requireRounds, selectRounds, startRound } from '@/server/calibration/rounds';
import { selectBelief, selectCohortGaps } from '@/server/dashboard/cohort-gaps';
import { selectCohortAggregate, selectCohortGlance, selectCohortOverview } from '@/server/dashboard/cohort-overview';
import { exportCohort } from '@/server/dashboard/export-cohort';
import { selectTimeline } from '@/server/dashboard/timeline';
import { issueResetLink, selectLearnerRecord, selectStaffResult } from '@/server/instructor';
import { selectOpinionBooks } from '@/server/judge/select-opinion';
import { answerReport, countNewReports, selectDeskReports } from '@/server/reports/report-desk';
import { selectTaught } from '@/server/roster';
import { selectSampleAgreement } from '@/server/sample-agreement';
import { SCENARIO } from '../fixture';
import {
  except,
  HER_TEACHERS,
  LEADS,
  MANAGERS,
  MANAGERS_ALONE,
  type Table,
  TEACHERS,
  TEACHERS_LIST,
  TEACHERS_NONE,
} from './table';
import type { World } from './world';

const EVERYBODY = PeopleQuerySchema.parse({});
const exportOf = (w: World, what: 'overview' | 'attempts') =>
  CohortExportQuerySchema.parse({ cohort: w.cohortId, what, format: 'csv' });
const hers = (w: World) => w.people.learner.actor.learnerId;
/** A round of an instructor belongs to them alone; other teachers find none. */
const HIS_ROUND = except('forbidden', { instructor: 'yes', owner: 'absent', elsewhere: 'absent' });

/** Dashboards, figures, calibration rounds, and what instructors read of one learner. */
export const READING: Table = {
  'analysis/analysis-scope#scopeOf': [MANAGERS, (actor, w) => scopeOf(actor, w.cohortId, 'test')],
  'analysis/managed-cohorts#selectManagedCohorts': [TEACHERS_LIST, (actor) => selectManagedCohorts(actor)],
  'analysis/item-analysis#selectItemAnalysis': [MANAGERS, (actor, w) => selectItemAnalysis(actor, w.cohortId)],
  'analysis/item-analysis#selectItemAnalysis of all one’s cohorts': [
    TEACHERS,
    (actor) => selectItemAnalysis(actor, null),
  ],
  'analysis/trust-figures#selectTrustFigures': [MANAGERS, (actor, w) => selectTrustFigures(actor, w.cohortId)],
  'analysis/trust-figures#selectSampleFigures': [TEACHERS, (actor) => selectSampleFigures(actor)],

  'calibration/rounds#requireRounds': [TEACHERS, (actor) => requireRounds(actor)],
  'calibration/rounds#selectRounds': [TEACHERS, (actor) => selectRounds(actor)],
  'calibration/rounds#startRound': [MANAGERS, (actor, w) => startRound(actor, w.cohortId)],
  'calibration/mark-round#selectRound': [HIS_ROUND, (actor, w) => selectRound(actor, w.roundId)],
  'calibration/mark-round#markAnswer': [
    HIS_ROUND,
    (actor, w) => markAnswer(actor, w.roundId, 0, { 'S01-1': 'half', 'S01-2': 'half' } as never),
  ],

  'dashboard/cohort-overview#selectCohortOverview': [
    MANAGERS,
    (actor, w) => selectCohortOverview(actor, w.cohortId, EVERYBODY),
  ],
  'dashboard/cohort-overview#selectCohortGlance': [MANAGERS, (actor, w) => selectCohortGlance(actor, w.cohortId)],
  'dashboard/cohort-overview#selectCohortAggregate': [LEADS, (actor, w) => selectCohortAggregate(actor, w.cohortId)],
  'dashboard/cohort-gaps#selectCohortGaps': [MANAGERS, (actor, w) => selectCohortGaps(actor, w.cohortId)],
  'dashboard/cohort-gaps#selectBelief': [
    { ...MANAGERS, owner: 'absent', instructor: 'absent' },
    (actor, w) => selectBelief(actor, w.cohortId, 'no-such-belief'),
  ],
  'dashboard/export-cohort#exportCohort': [MANAGERS, (actor, w) => exportCohort(actor, exportOf(w, 'overview'))],
  'dashboard/timeline#selectTimeline': [HER_TEACHERS, (actor, w) => selectTimeline(actor, hers(w))],

  'instructor#selectLearnerRecord': [HER_TEACHERS, (actor, w) => selectLearnerRecord(actor, hers(w))],
  'instructor#selectStaffResult': [HER_TEACHERS, (actor, w) => selectStaffResult(actor, w.hers.submissionId)],
  'instructor#issueResetLink': [HER_TEACHERS, (actor, w) => issueResetLink(actor, hers(w))],
  'roster#selectTaught': [MANAGERS_ALONE, (actor, w) => selectTaught(actor, hers(w))],
  'sample-agreement#selectSampleAgreement': [TEACHERS_NONE, (actor) => selectSampleAgreement(actor, SCENARIO)],
  'judge/select-opinion#selectOpinionBooks': [TEACHERS_NONE, (actor) => selectOpinionBooks(actor)],

  'reports/report-desk#selectDeskReports': [
    TEACHERS,
    (actor) => selectDeskReports(actor, { status: null, lessonId: null }),
  ],
  'reports/report-desk#countNewReports': [TEACHERS_LIST, (actor) => countNewReports(actor)],
  'reports/report-desk#answerReport': [
    HER_TEACHERS,
    (actor, w) => answerReport(actor, w.hers.reportId, { status: 'fixed', reply: 'Mended.' }),
  ],
};
