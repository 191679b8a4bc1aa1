import 'server-only';
import { dayOf, mondayOf } from '../recall/days';

const WEEK_MS = 7 * 86_400_000;

/** Monday of the week of an instant, in UTC. */
export const weekOf = (at: number): string => mondayOf(dayOf(at, null));

/** When the digest of a week goes out: Monday at seven in the morning, UTC. */
export const digestAt = (week: string): number => Date.parse(`${week}T07:00:00Z`);

/** The week after. */
export const weekAfter = (week: string): string => weekOf(Date.parse(`${week}T00:00:00Z`) + WEEK_MS);
