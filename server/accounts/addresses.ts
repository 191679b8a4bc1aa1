import 'server-only';
import { openedDatabase } from '../db/database';

/** Somebody who came by single sign-on and whose address belongs to another account, or is unknown. RFC 2606: no mail goes there. */
const NONE = '@no-address.invalid';

export const placeholderFor = (id: string): string => `${id}${NONE}`;

/** The address as people see it; null for the one that only fills the column. */
export const shownAddress = (email: string): string | null => (email.endsWith(NONE) ? null : email);

/** The account library stores truth in the type that each engine offers. */
export const storedTruth = (value: boolean): boolean | number =>
  openedDatabase().address.engine === 'postgres' ? value : Number(value);

/** And times as well. */
export const toInstant = (stored: unknown): number =>
  stored instanceof Date ? stored.getTime() : typeof stored === 'number' ? stored : Date.parse(String(stored));
