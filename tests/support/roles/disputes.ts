import { AttemptIdSchema, type CohortId, CriterionIdSchema, RegradeIdSchema, type SubmissionId } from '@/schemas/ids';
import { sendAppeal } from '@/server/appeals/appeals';
import { ruleOnAppeal } from '@/server/appeals/rule';
import { database } from '@/server/db/database';
import { readGradeHistory } from '@/server/grades/grade-history';
import { hashOfToken } from '@/server/link-token';
import { openRound } from '@/server/live/rounds';
import { decideInRound } from '@/server/live/take-part';
import { newId } from '@/server/new-id';
import { readRegrade } from '@/server/regrades/regrades';
import { runRegrade } from '@/server/regrades/run-regrade';
import { stepRegrade } from '@/server/regrades/steps';
import { FIRST_ITEM, SCENARIO } from '../fixture';
import type { Person } from '../people';

export const MISSED = CriterionIdSchema.parse('S01-2');
/** The second sentence of a draft of the world: what everybody who appeals points at. */
export const boatOf = (secret: string) => `The ${secret} boat leaves in spring and cannot wait for us.`;
/** At a provider of single sign-on, the learner is this. */
export const IDENTITY = { issuer: 'https://sso.example.org', subject: 'lena' } as const;
export const CONFIRMATION = 'a'.repeat(43);

export function done<Value>(outcome: { ok: true; value: Value } | { ok: false; reason: string }): Value {
  if (!outcome.ok) throw new Error(`the world cannot be made: ${outcome.reason}`);
  return outcome.value;
}

async function appeal({ actor }: Person, submissionId: SubmissionId, text: string, secret: string) {
  const start = text.indexOf(boatOf(secret));
  const passage = { start, end: start + boatOf(secret).length };
  const reason = `${secret}: the sentence about the boat says it.`;
  return done(await sendAppeal(actor, { kind: 'criterion', submissionId, criterionId: MISSED, passage, reason }));
}

/** Against the score of the item that she answered wrong. Sent again, it is the one that is there. */
export const itemAppeal = ({ attemptId, secret }: Pick<Side, 'attemptId' | 'secret'>) => ({
  kind: 'item' as const,
  itemId: FIRST_ITEM,
  optionId: null,
  attemptId: AttemptIdSchema.parse(attemptId),
  reason: `${secret}: the question can be read otherwise.`,
});

interface Side {
  readonly person: Person;
  readonly secret: string;
  readonly text: string;
  readonly attemptId: string;
  readonly submissionId: SubmissionId;
}

/**
 * The appeal of one learner is upheld by a reviewer, which makes a labelled sample and a regrade of what the other wrote
 * alike; it is applied. Then the other appeals too, against that level and against a quiz item, and waits.
 */
export async function dispute(
  cohortId: CohortId,
  staff: { reviewer: Person; instructor: Person },
  [her, him]: [Side, Side],
) {
  const { reviewer, instructor } = staff;
  const his = await appeal(him.person, him.submissionId, him.text, him.secret);
  const ruling = { outcome: 'uphold', level: 'half' } as const;
  const why = { cohortId, basedOn: 0, reason: 'It names the date, in other words than the rubric.' };
  done(await ruleOnAppeal(reviewer.actor, his.appealId, { ...why, ruling }));
  const proposed = await database().selectFrom('regrades').select('id').executeTakeFirstOrThrow();
  const regradeId = RegradeIdSchema.parse(proposed.id);
  await runRegrade({ kind: 'regrade', regradeId });
  done(await stepRegrade(instructor.actor, regradeId, { step: 'apply', version: 0 }));
  await runRegrade({ kind: 'regrade', regradeId });
  const regrade = await readRegrade(database(), regradeId);
  if (regrade?.status !== 'applied') throw new Error('nothing was regraded');
  const hers = await appeal(her.person, her.submissionId, her.text, her.secret);
  const about = done(await sendAppeal(her.person.actor, itemAppeal(her)));
  return {
    appealId: hers.appealId,
    itemAppealId: about.appealId,
    regradeId,
    regradeVersion: regrade.version,
    basedOn: (await readGradeHistory(database(), her.submissionId)).at(-1)?.number ?? 0,
  };
}

export const voteOf = (line: string) => ({ choices: { 'http-api': 'go' }, line }) as never;

/** An open round with the decisions of both learners, too few to be revealed. */
export async function decideTogether(
  cohortId: CohortId,
  instructor: Person,
  learners: readonly (readonly [Person, string])[],
) {
  const round = done(await openRound(instructor.actor, cohortId, SCENARIO));
  for (const [{ actor }, secret] of learners)
    done(await decideInRound(actor, round.code, voteOf(`${secret}: the date cannot move`)));
  return round;
}

/** An account at a provider, and a link to another address that waits. */
export async function otherWays({ actor: { learnerId } }: Person): Promise<void> {
  const now = Date.now();
  await database()
    .insertInto('sso_identities')
    .values({ ...IDENTITY, learnerId, linkedAt: now })
    .execute();
  await database()
    .insertInto('one_time_links')
    .values({
      id: newId(),
      purpose: 'confirm-email',
      tokenHash: hashOfToken(CONFIRMATION),
      learnerId,
      createdAt: now,
      expiresAt: now + 86_400_000,
      usedAt: null,
      email: 'lena.elsewhere@example.org',
    })
    .execute();
}
