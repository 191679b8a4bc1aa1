import 'server-only';
import type { DeskReport } from '@/schemas/problem-report';

const quoted = (text: string) =>
  text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');

const day = (at: number) => new Date(at).toISOString().slice(0, 10);

function ofReport({ context, kind, text, status, reply, createdAt }: DeskReport): string {
  return [
    `### ${context.place}`,
    `- ${kind}, ${status}, sent ${day(createdAt)} (UTC)\n- File: \`${context.source}\`\n- Shown text: ${context.contentHash.slice(0, 12)}`,
    'The reader had before them:',
    quoted(context.shown.join('\n\n')),
    'The reader writes:',
    quoted(text),
    ...(reply === null ? [] : ['Answered:', quoted(reply)]),
  ].join('\n\n');
}

/** The reports as one file for the author of the course, by content file. Who wrote them is left out. */
export function reportsMarkdown(reports: readonly DeskReport[]): string {
  const sources = [...new Set(reports.map(({ context }) => context.source))].sort();
  const parts = sources.map((source) =>
    [`## ${source}`, ...reports.filter(({ context }) => context.source === source).map(ofReport)].join('\n\n'),
  );
  const count = `${reports.length} ${reports.length === 1 ? 'report' : 'reports'}.`;
  return `${['# Something is wrong here', count, ...parts].join('\n\n')}\n`;
}
