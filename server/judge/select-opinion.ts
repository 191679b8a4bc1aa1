import 'server-only';
import type { SubmissionId } from '@/schemas/ids';
import {
  type OpinionDay,
  OpinionGapSchema,
  OpinionSchema,
  type OpinionUsage,
  type OpinionView,
  OpinionViewSchema,
  RecipientSchema,
} from '@/schemas/opinion';
import type { Actor } from '../actor';
import { database } from '../db/database';
import { fromJson } from '../db/json';
import { Forbidden } from '../forbidden';
import { judgeSettings } from './current-judge';
import { dayOf } from './opinion-days';
import { wakeJudge } from './wake-judge';

export interface StoredOpinion {
  readonly view: OpinionView;
  readonly usage: OpinionUsage;
}

const DAY_MS = 86_400_000;
const DAYS_SHOWN = 30;

/** The second opinion on a submission whose reader has been checked by the caller; null where none was asked for. */
export async function selectOpinion(submissionId: SubmissionId): Promise<StoredOpinion | null> {
  const row = await database()
    .selectFrom('opinions')
    .selectAll()
    .where('submissionId', '=', submissionId)
    .executeTakeFirst();
  if (!row) return null;
  const recipient = fromJson(row.recipient, RecipientSchema);
  const opinion = row.opinion === null ? null : fromJson(row.opinion, OpinionSchema);
  if (row.status === 'asked') void wakeJudge();
  const { inputTokens, outputTokens, cost, startedAt, endedAt } = row;
  return {
    view: OpinionViewSchema.parse(
      row.status === 'asked'
        ? { status: 'waiting', recipient }
        : opinion
          ? {
              status: 'given',
              recipient,
              criteria: opinion.criteria,
              needsReview: opinion.needsReview,
              reasons: opinion.reasons,
            }
          : { status: 'unavailable', recipient, gap: OpinionGapSchema.parse(row.gap) },
    ),
    usage: {
      inputTokens,
      outputTokens,
      cost,
      seconds: startedAt === null || endedAt === null ? null : Math.round((endedAt - startedAt) / 100) / 10,
      overall: opinion?.overall ?? null,
    },
  };
}

export interface OpinionBooks {
  readonly perDay: number;
  readonly today: number;
  readonly hasPrices: boolean;
  /** Newest first, days without a question left out. */
  readonly days: readonly OpinionDay[];
}

/** What the judge was asked and used in the last thirty days; null where there is no judge. For those who teach. */
export async function selectOpinionBooks(actor: Actor): Promise<OpinionBooks | null> {
  if (actor.isGuest || actor.teaches.length === 0) throw new Forbidden('read what second opinions cost');
  const settings = judgeSettings();
  if (!settings) return null;
  const now = Date.now();
  const days = await database()
    .selectFrom('opinion_days')
    .selectAll()
    .where('day', '>', dayOf(now - DAYS_SHOWN * DAY_MS))
    .orderBy('day', 'desc')
    .execute();
  return {
    perDay: settings.perDay,
    today: days.find(({ day }) => day === dayOf(now))?.asked ?? 0,
    hasPrices: settings.prices !== null,
    days,
  };
}
