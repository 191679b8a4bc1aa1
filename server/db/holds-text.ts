import 'server-only';
import { sql } from 'kysely';

/** LIKE knows two signs of its own, and the third is our way to take their meaning. */
const literally = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

/** Whether a column holds a text somewhere, capital letters or not; every sign of the text means itself. */
export function holdsText(column: string, text: string) {
  const like = `%${literally(text.toLowerCase())}%`;
  return sql<boolean>`lower(${sql.ref(column)}) like ${like} escape '\\'`;
}
