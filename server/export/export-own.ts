import 'server-only';
import type { Actor } from '../actor';
import { sayInstant } from './section';
import { EXPORT_SECTIONS } from './sections';

/** Everything the actor did, as they may see it now, as one file. Times in JSON are milliseconds since 1970. */
export async function exportOwn(actor: Actor, format: 'json' | 'md'): Promise<string> {
  const sections = [];
  for (const read of EXPORT_SECTIONS) sections.push(await read(actor));
  const now = Date.now();
  if (format === 'json') {
    const data = Object.fromEntries(sections.map(({ key, data }) => [key, data]));
    return `${JSON.stringify({ course: 'Defensible', exportedAt: now, ...data }, null, 2)}\n`;
  }
  const parts = sections.map(({ title, markdown }) => `## ${title}\n\n${markdown.trim() || 'Nothing.'}`);
  return `${['# What I did in Defensible', `As of ${sayInstant(now)}.`, ...parts].join('\n\n')}\n`;
}
