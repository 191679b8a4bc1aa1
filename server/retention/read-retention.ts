import 'server-only';
import { DEFAULT_RETENTION, type Retention, RetentionSchema } from '@/schemas/retention';
import { database } from '../db/database';

export const RETENTION = 'retention';

/** How long what is kept here. No secret: everybody whose data it is about reads it on their account page. */
export async function readRetention(): Promise<Retention> {
  const row = await database().selectFrom('settings').select('value').where('key', '=', RETENTION).executeTakeFirst();
  return row ? RetentionSchema.parse(JSON.parse(row.value)) : DEFAULT_RETENTION;
}
