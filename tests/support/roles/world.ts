import { randomUUID } from 'node:crypto';
import { CertificateTokenSchema } from '@/schemas/certificate';
import { EMPTY_DECISION } from '@/schemas/decision';
import { type CohortId, RecallCardIdSchema } from '@/schemas/ids';
import type { RecallAnswer } from '@/schemas/recall';
import { makeFeed } from '@/server/calendar/feeds';
import { startRound } from '@/server/calibration/rounds';
import { collectBody } from '@/server/certificates/collect-body';
import { computeStanding } from '@/server/certificates/standing';
import { openContrary } from '@/server/contrary/open-contrary';
import { database } from '@/server/db/database';
import { toJson } from '@/server/db/json';
import { addDecision } from '@/server/decisions/decisions';
import { saveDraft } from '@/server/drafts';
import { makeInvite } from '@/server/invites/invites';
import { newId } from '@/server/new-id';
import { openPlacement } from '@/server/placement';
import { markLessonRead } from '@/server/progress';
import { answerItem, openQuiz } from '@/server/quizzes';
import { selectRecallQueue } from '@/server/recall/queue';
import { reviewCard } from '@/server/recall/review-card';
import { sendReport } from '@/server/reports/reports';
import { selectReviewQueue } from '@/server/reviews/queue';
import { selectReview } from '@/server/reviews/select-review';
import { selectResult } from '@/server/submissions';
import { submitHandIn } from '@/server/submit-hand-in';
import { setWebhook } from '@/server/webhooks/webhooks';
import { assign, enrol, newCohort } from '../assignments';
import { FIRST_ITEM, handInOf, LESSON, SCENARIO } from '../fixture';
import { actorOf, everyRole, newAccount, type Person, ROLE_NAMES, withSeed } from '../people';

import { boatOf, decideTogether, dispute, done, otherWays } from './disputes';

export const SECRETS = { learner: 'kingfisher', other: 'woodpecker', stranger: 'nightjar' } as const;

/** What cannot stand in an answer unless somebody's data does: `secret` is in every text that the person wrote. */
export interface Subject extends Person {
  readonly secret: string;
  readonly name: string;
}

/** Text that the review desk would take for nobody else's. */
const textOf = (secret: string) =>
  `${secret} We keep Go: four of six people know it, and the launch date cannot move. ${boatOf(secret)}`;
const recordOf = (secret: string) => handInOf(textOf(secret));

async function work(person: Person, secret: string) {
  const { actor } = person;
  await markLessonRead(actor, LESSON);
  const quiz = done(await openQuiz(actor, LESSON, 'all'));
  const wrong = { type: 'single-choice', chosen: 'code' } as const;
  done(await answerItem(actor, quiz.attemptId, { itemId: FIRST_ITEM, response: wrong, confidence: 'sure' }));
  const sent = { scenarioId: SCENARIO, handIn: recordOf(secret), idempotencyKey: randomUUID() };
  const { submissionId } = done(await submitHandIn(actor, sent));
  await database().updateTable('grades').set({ needsReview: 1 }).where('submissionId', '=', submissionId).execute();
  done(await saveDraft(actor, SCENARIO, 0, recordOf(secret)));
  const record = { ...EMPTY_DECISION, title: `Gateway ${secret}`, reviewOn: '2026-01-01' };
  const { decision } = done(await addDecision(actor, randomUUID(), record));
  const about = { kind: 'item', lessonId: LESSON, itemId: FIRST_ITEM } as const;
  const { reportId } = done(
    await sendReport(actor, {
      about,
      kind: 'typo',
      text: `${secret}: a letter too many`,
      idempotencyKey: randomUUID(),
    }),
  );
  return { attemptId: quiz.attemptId, submissionId, decision, reportId };
}

/** A card that was answered just now, so that the answer can be sent again or taken back; others are due. */
async function practise({ actor }: Person) {
  await selectRecallQueue(actor);
  await database()
    .updateTable('recall_cards')
    .set({ dueAt: Date.now() - 1_000 })
    .execute();
  const { id, version } = await database()
    .selectFrom('recall_cards')
    .select(['id', 'version'])
    .where('learnerId', '=', actor.learnerId)
    .where('kind', '=', 'item')
    .executeTakeFirstOrThrow();
  const right = { type: 'single-choice', chosen: 'sql' } as const;
  const answer: RecallAnswer = { type: 'item', response: right, confidence: 'sure' };
  const cardId = RecallCardIdSchema.parse(id);
  const { back } = done(await reviewCard(actor, { cardId, version, answer }));
  return { cardId, version, answer, reviewId: back.reviewId };
}

/**
 * A cohort with one person in each role, and everything that hangs on one of its learners: hers is what the others ask
 * for. A stranger in the other cohort has work too, which nobody but the owner and that cohort's instructor may see.
 */
export async function makeWorld() {
  const cohortId = await newCohort();
  const made = await everyRole(cohortId);
  const stranger = await newAccount(withSeed(), 'Stella Stranger');
  const [otherCohortId] = made.elsewhere.actor.teaches as [CohortId];
  await enrol(stranger, otherCohortId);
  const people = { ...made };
  for (const name of ROLE_NAMES) people[name] = { ...made[name], actor: await actorOf(made[name].headers) };
  const { learner, other, instructor, owner, reviewer } = people;
  const hers = await work(learner, SECRETS.learner);
  const others = await work(other, SECRETS.other);
  const strangers = await work(stranger, SECRETS.stranger);
  const her = { person: learner, secret: SECRETS.learner, text: textOf(SECRETS.learner), ...hers };
  const him = { person: other, secret: SECRETS.other, text: textOf(SECRETS.other), ...others };
  const disputed = await dispute(cohortId, { reviewer, instructor }, [her, him]);
  const liveRound = await decideTogether(cohortId, instructor, [
    [learner, SECRETS.learner],
    [other, SECRETS.other],
  ]);
  await otherWays(learner);
  done(await openContrary(learner.actor, hers.submissionId));
  const assignmentId = await assign(instructor, cohortId);
  const terms = { role: 'learner', label: 'Kick-off', days: 7, maxUses: 30 } as const;
  const invite = done(await makeInvite(instructor.actor, cohortId, terms));
  done(await setWebhook(instructor.actor, cohortId, 'https://hooks.example.org/a'));
  await makeFeed(learner.actor);
  const roundId = await startRound(instructor.actor, cohortId);
  const placement = done(await openPlacement(learner.actor));
  const view = await selectResult(learner.actor, hers.submissionId);
  await selectReviewQueue(owner.actor, cohortId);
  if (!view) throw new Error('the learner cannot read her result');
  const review = await selectReview(owner.actor, cohortId, hers.submissionId);
  if (!review) throw new Error('the desk cannot read her draft');
  const card = await practise(learner);
  const body = toJson(await collectBody(learner.actor, await computeStanding(learner.actor)));
  const token = CertificateTokenSchema.parse('c'.repeat(32));
  const { learnerId } = learner.actor;
  const certificate = {
    id: newId(),
    learnerId,
    token,
    name: SECRETS.learner,
    body,
    issuedAt: 1,
    revokedAt: null,
  };
  await database().insertInto('certificates').values(certificate).execute();
  return {
    people,
    stranger,
    cohortId,
    otherCohortId,
    hers,
    others,
    strangers,
    view,
    review,
    disputed,
    liveRound,
    assignmentId,
    inviteId: invite.inviteId,
    inviteToken: invite.url.split('/').at(-1) ?? '',
    roundId,
    placementId: placement.placementId,
    certificate: token,
    card,
    subjects: {
      learner: { ...learner, name: 'Lena Learner', secret: SECRETS.learner },
      other: { ...other, name: 'Otto Other', secret: SECRETS.other },
      stranger: { ...stranger, name: 'Stella Stranger', secret: SECRETS.stranger },
    } satisfies Record<string, Subject>,
  };
}

export type World = Awaited<ReturnType<typeof makeWorld>>;
export type SubjectName = keyof World['subjects'];
