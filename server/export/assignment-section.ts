import 'server-only';
import { selectOwnAssignments } from '../assignments/own';
import { selectFeed } from '../calendar/feeds';
import { type ExportSection, sayInstant } from './section';

export const exportAssignments: ExportSection = async (actor) => {
  const assignments = await selectOwnAssignments(actor);
  const feed = await selectFeed(actor);
  return {
    key: 'assignments',
    title: 'Assignments',
    data: { assignments, calendarSince: feed?.createdAt ?? null },
    markdown: assignments
      .map(({ title, cohortName, dueAt, standing, extension }) =>
        [
          `### ${title}`,
          `${cohortName}, due ${sayInstant(dueAt)}, ${standing.status}: ${standing.done} of ${standing.total} done`,
          ...(extension ? [`More time, because: ${extension.reason}`] : []),
        ].join('\n\n'),
      )
      .join('\n\n'),
  };
};
