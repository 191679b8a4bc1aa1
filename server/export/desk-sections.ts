import 'server-only';
import { selectAllOwnAppeals } from '../appeals/own-appeals';
import { database } from '../db/database';
import { selectNotices } from '../notices';
import { type ExportSection, quoted, sayInstant } from './section';

export const exportNotices: ExportSection = async (actor) => {
  const notices = await selectNotices(actor);
  return {
    key: 'messages',
    title: 'Messages',
    data: notices.map(({ title, text, createdAt, isSeen }) => ({ title, text, createdAt, isSeen })),
    markdown: notices
      .map(({ title, text, createdAt }) =>
        [`### ${title}`, sayInstant(createdAt), ...(text ? [quoted(text)] : [])].join('\n\n'),
      )
      .join('\n\n'),
  };
};

export const exportAppeals: ExportSection = async (actor) => {
  const appeals = await selectAllOwnAppeals(actor);
  return {
    key: 'appeals',
    title: 'Appeals',
    data: appeals.map(({ kind, title, quote, reason, createdAt, state }) => {
      return { kind, title, quote, reason, createdAt, state };
    }),
    markdown: appeals
      .map(({ title, reason, createdAt, state }) =>
        [
          `### ${title}`,
          `${sayInstant(createdAt)}: ${state.status}`,
          quoted(reason),
          ...('ruling' in state ? [quoted(state.ruling)] : []),
        ].join('\n\n'),
      )
      .join('\n\n'),
  };
};

/** What somebody wrote as a reviewer: their own words, and nothing of the drafts that they are about. */
export const exportReviewWords: ExportSection = async ({ learnerId }) => {
  const notes = await database()
    .selectFrom('review_notes')
    .select(['text', 'at'])
    .where('authorId', '=', learnerId)
    .orderBy('at')
    .execute();
  const replies = await database()
    .selectFrom('reviews')
    .select(['criterionId', 'level', 'reason', 'at'])
    .where('reviewerId', '=', learnerId)
    .where('decision', '=', 'override')
    .orderBy('at')
    .execute();
  const words = [
    ...notes.map(({ text, at }) => ({ text, at })),
    ...replies.map(({ reason, at }) => ({ text: reason ?? '', at })),
  ];
  return {
    key: 'reviews',
    title: 'What I wrote as a reviewer',
    data: { notes, replies },
    markdown: words.map(({ text, at }) => [sayInstant(at), quoted(text)].join('\n\n')).join('\n\n'),
  };
};
