import { randomUUID } from 'node:crypto';
import { getCourse } from '@/course/course';
import { selectExercise } from '@/course/select';
import { CriterionIdSchema } from '@/schemas/ids';
import type { Actor } from '@/server/actor';
import { selectAssignedExercise, selectOwnAssignments } from '@/server/assignments/own';
import { selectExerciseNow, selectFigures } from '@/server/attempts/select-figures';
import { startOver } from '@/server/attempts/start-over';
import { selectComparison } from '@/server/comparison/comparison';
import { selectSinceLast } from '@/server/comparison/since-last';
import { selectContraryContext } from '@/server/contrary/contrary-context';
import { openContrary } from '@/server/contrary/open-contrary';
import { selectContraryEntry, selectContraryPage } from '@/server/contrary/select-contrary';
import { submitRebuttal } from '@/server/contrary/submit-rebuttal';
import { saveDraft, selectDraft } from '@/server/drafts';
import { countHintsBefore, openHint, selectHints } from '@/server/hints';
import { selectDraftsUnderWay, selectStrengths } from '@/server/home';
import { answerPrediction, selectPrediction, selectPredictionAsk } from '@/server/predictions/predictions';
import { learnerFacts, markLessonRead, selectProgress } from '@/server/progress';
import { answerItem, openQuiz, selectQuizView } from '@/server/quizzes';
import { selectRevision } from '@/server/revision';
import { selectOthersPicks } from '@/server/space/others-picks';
import { selectDecisionSpace } from '@/server/space/select-space';
import { selectHandIns, selectResult } from '@/server/submissions';
import { submitHandIn } from '@/server/submit-hand-in';
import { openTwist, selectTwistContext } from '@/server/twists/open-twist';
import { selectTwistEntries, selectTwistPage } from '@/server/twists/select-twists';
import { submitRound } from '@/server/twists/submit-round';
import { handInOf, LESSON, SCENARIO, SECOND_ITEM } from '../fixture';
import { except, HER_LIST, HERS, OWN, type Table } from './table';
import type { World } from './world';

const idOf = (w: World) => w.hers.submissionId;
const key = () => ({ idempotencyKey: randomUUID() });
const NUMBER = { response: { type: 'numeric', value: 180 }, confidence: 'sure' } as const;

async function replyTo(actor: Actor, w: World) {
  const page = await selectContraryPage(w.people.learner.actor, idOf(w), 'latest');
  if (!page) throw new Error('the other side cannot be read');
  const { submissionId, caseId, caseHash } = page;
  const reply =
    'Checks written once are attractive. But the server must check every request again anyway, all 120 of them.';
  return submitRebuttal(actor, { submissionId, caseId, caseHash, reply, ...key() });
}

async function takeRound(actor: Actor, w: World) {
  const page = await selectTwistPage(w.people.learner.actor, idOf(w), 1, 'latest');
  if (!page) throw new Error('the round cannot be read');
  const { submissionId, n, twistId, changeHash, before } = page;
  return submitRound(actor, { submissionId, n, twistId, changeHash, answer: { ...before, note: 'A note.' }, ...key() });
}

/** Lessons, quizzes, exercises and everything that hangs on a hand-in: always of one's own. */
export const STUDYING: Table = {
  'assignments/own#selectOwnAssignments': [OWN, (actor) => selectOwnAssignments(actor)],
  'assignments/own#selectAssignedExercise': [OWN, (actor) => selectAssignedExercise(actor, SCENARIO)],
  'attempts/select-figures#selectExerciseNow': [
    OWN,
    async (actor) => selectExerciseNow(actor, selectExercise(await getCourse(), SCENARIO), undefined),
  ],
  'attempts/select-figures#selectFigures': [HERS, (actor, w) => selectFigures(actor, idOf(w))],
  'attempts/start-over#startOver': [except('refused', {}), (actor) => startOver(actor, SCENARIO, 1)],
  'comparison/comparison#selectComparison': [OWN, (actor) => selectComparison(actor, SCENARIO, {})],
  'comparison/since-last#selectSinceLast': [OWN, (actor, w) => selectSinceLast(actor, w.view)],
  'contrary/contrary-context#selectContraryContext': [HERS, (actor, w) => selectContraryContext(actor, idOf(w))],
  'contrary/select-contrary#selectContraryEntry': [HERS, (actor, w) => selectContraryEntry(actor, idOf(w))],
  'contrary/select-contrary#selectContraryPage': [HERS, (actor, w) => selectContraryPage(actor, idOf(w), 'latest')],
  'contrary/open-contrary#openContrary': [HERS, (actor, w) => openContrary(actor, idOf(w))],
  'contrary/submit-rebuttal#submitRebuttal': [HERS, replyTo],
  'drafts#selectDraft': [OWN, (actor) => selectDraft(actor, SCENARIO)],
  'drafts#saveDraft': [
    OWN,
    async (actor) =>
      saveDraft(actor, SCENARIO, (await selectDraft(actor, SCENARIO))?.version ?? 0, handInOf('A draft.')),
  ],
  'hints#selectHints': [OWN, (actor) => selectHints(actor, SCENARIO)],
  'hints#openHint': [
    OWN,
    (actor) =>
      openHint(actor, { scenarioId: SCENARIO, criterionId: CriterionIdSchema.parse('S01-1'), step: 'reading' }),
  ],
  'hints#countHintsBefore': [OWN, (actor, w) => countHintsBefore(actor, idOf(w))],
  'home#selectStrengths': [OWN, (actor) => selectStrengths(actor)],
  'home#selectDraftsUnderWay': [OWN, async (actor) => selectDraftsUnderWay(actor, await selectProgress(actor))],
  'predictions/predictions#selectPredictionAsk': [OWN, (actor, w) => selectPredictionAsk(actor, idOf(w))],
  'predictions/predictions#selectPrediction': [OWN, (actor, w) => selectPrediction(actor, idOf(w))],
  'predictions/predictions#answerPrediction': [
    { ...HERS, learner: 'refused' },
    (actor, w) => answerPrediction(actor, idOf(w), { type: 'skipped' }),
  ],
  'progress#learnerFacts': [OWN, (actor) => learnerFacts(actor)],
  'progress#selectProgress': [OWN, (actor) => selectProgress(actor)],
  'progress#markLessonRead': [OWN, (actor) => markLessonRead(actor, LESSON)],
  'quizzes#selectQuizView': [OWN, (actor) => selectQuizView(actor, LESSON)],
  'quizzes#openQuiz': [OWN, (actor) => openQuiz(actor, LESSON, 'all')],
  'quizzes#answerItem': [HERS, (actor, w) => answerItem(actor, w.hers.attemptId, { itemId: SECOND_ITEM, ...NUMBER })],
  'revision#selectRevision': [OWN, (actor, w) => selectRevision(actor, SCENARIO, idOf(w))],
  // The picks of others, without a word and without a name.
  'space/others-picks#selectOthersPicks': [OWN, (actor) => selectOthersPicks(actor, SCENARIO)],
  'space/select-space#selectDecisionSpace': [OWN, (actor) => selectDecisionSpace(actor, SCENARIO)],
  'submissions#selectHandIns': [OWN, (actor) => selectHandIns(actor, SCENARIO)],
  'submissions#selectResult': [HERS, (actor, w) => selectResult(actor, idOf(w))],
  'submit-hand-in#submitHandIn': [
    OWN,
    (actor) => submitHandIn(actor, { scenarioId: SCENARIO, handIn: handInOf(), ...key() }),
  ],
  'twists/open-twist#selectTwistContext': [HERS, (actor, w) => selectTwistContext(actor, idOf(w))],
  'twists/open-twist#openTwist': [HERS, (actor, w) => openTwist(actor, idOf(w), 1)],
  'twists/select-twists#selectTwistEntries': [HER_LIST, (actor, w) => selectTwistEntries(actor, idOf(w))],
  'twists/select-twists#selectTwistPage': [HERS, (actor, w) => selectTwistPage(actor, idOf(w), 1, 'latest')],
  'twists/submit-round#submitRound': [HERS, takeRound],
};
