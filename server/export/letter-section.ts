import 'server-only';
import { database } from '../db/database';
import { bullets, type ExportSection, sayInstant } from './section';

export const exportLetters: ExportSection = async ({ learnerId }) => {
  const letters = await database()
    .selectFrom('letters')
    .select(['day', 'state', 'createdAt', 'sentAt'])
    .where('learnerId', '=', learnerId)
    .orderBy('createdAt')
    .execute();
  return {
    key: 'letters',
    title: 'Letters by mail',
    data: letters,
    markdown: bullets(
      letters.map(({ day, state, sentAt }) => `${day}: ${sentAt === null ? state : `sent ${sayInstant(sentAt)}`}`),
    ),
  };
};
