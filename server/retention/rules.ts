import 'server-only';
import type { Retention, RetentionPreview, RetentionRule } from '@/schemas/retention';
import { database, openedDatabase } from '../db/database';
import { removeStaleGuests } from '../purge-guests';
import { countTexts, removeTexts } from './remove-texts';

const DAY_MS = 86_400_000;
/** The only acts that a rule may remove: overrides, exports and changes of roles stay for good. */
const VIEWS = ['text.viewed', 'quotes.viewed', 'arguments.viewed', 'regrade.read'];

interface Counted {
  readonly count: number | string;
  readonly oldest: number | string | null;
}

/** One rule: what it would remove, and how a slice of it is removed. `before` is exclusive: a day too young is kept. */
interface Rule {
  /** Rows of one slice: about 20 ms on either engine, so that no request waits for long. */
  readonly slice: number;
  count(before: number): Promise<Counted>;
  remove(before: number, most: number): Promise<number>;
}

const isAnonymous = () => (openedDatabase().address.engine === 'postgres' ? true : 1);

const guests: Rule = {
  slice: 10,
  count: (before) =>
    database()
      .selectFrom('learners')
      .innerJoin('user', 'user.id', 'learners.id')
      .select((eb) => [eb.fn.countAll<number | string>().as('count'), eb.fn.min('lastActiveAt').as('oldest')])
      .where('isAnonymous', '=', isAnonymous())
      .where('lastActiveAt', '<', before)
      .executeTakeFirstOrThrow(),
  remove: removeStaleGuests,
};

const seenNotices: Rule = {
  slice: 500,
  count: (before) =>
    database()
      .selectFrom('notices')
      .select((eb) => [eb.fn.countAll<number | string>().as('count'), eb.fn.min('seenAt').as('oldest')])
      .where('seenAt', '<', before)
      .executeTakeFirstOrThrow(),
  async remove(before, most) {
    const ids = database().selectFrom('notices').select('id').where('seenAt', '<', before).limit(most);
    const { numDeletedRows } = await database().deleteFrom('notices').where('id', 'in', ids).executeTakeFirst();
    return Number(numDeletedRows);
  },
};

const textViews: Rule = {
  slice: 500,
  count: (before) =>
    database()
      .selectFrom('audit_entries')
      .select((eb) => [eb.fn.countAll<number | string>().as('count'), eb.fn.min('at').as('oldest')])
      .where('act', 'in', VIEWS)
      .where('at', '<', before)
      .executeTakeFirstOrThrow(),
  async remove(before, most) {
    const old = database().selectFrom('audit_entries').select('id').where('act', 'in', VIEWS).where('at', '<', before);
    const { numDeletedRows } = await database()
      .deleteFrom('audit_entries')
      .where('id', 'in', old.limit(most))
      .executeTakeFirst();
    return Number(numDeletedRows);
  },
};

export const RULES: Readonly<Record<RetentionRule, Rule>> = {
  guests,
  withdrawnTexts: { slice: 5, count: countTexts, remove: removeTexts },
  seenNotices,
  textViews,
};

/** The instant before which a rule removes; null where it removes nothing. */
export const beforeOf = (days: number | null, now: number): number | null =>
  days === null ? null : now - days * DAY_MS;

/** What each rule would remove now. Changes nothing. */
export async function countEffects(retention: Retention, now: number): Promise<RetentionPreview> {
  const effectOf = async (rule: RetentionRule) => {
    const before = beforeOf(retention[rule], now);
    if (before === null) return { count: 0, oldest: null };
    const { count, oldest } = await RULES[rule].count(before);
    return { count: Number(count), oldest: oldest === null ? null : Number(oldest) };
  };
  return {
    guests: await effectOf('guests'),
    withdrawnTexts: await effectOf('withdrawnTexts'),
    seenNotices: await effectOf('seenNotices'),
    textViews: await effectOf('textViews'),
  };
}
