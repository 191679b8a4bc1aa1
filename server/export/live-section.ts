import 'server-only';
import { LiveVoteSchema } from '@/schemas/live';
import { database } from '../db/database';
import { fromJson } from '../db/json';
import { type ExportSection, quoted, sayInstant } from './section';

/** Decisions in rounds that are still open; those of closed rounds are gone. */
export const exportLiveVotes: ExportSection = async ({ learnerId }) => {
  const rows = await database()
    .selectFrom('live_votes')
    .innerJoin('live_rounds', 'live_rounds.id', 'roundId')
    .select(['scenarioId', 'pass', 'vote', 'votedAt'])
    .where('learnerId', '=', learnerId)
    .orderBy('votedAt')
    .execute();
  const votes = rows.map(({ vote, ...row }) => ({ ...row, ...fromJson(vote, LiveVoteSchema) }));
  return {
    key: 'liveDecisions',
    title: 'Decisions in rounds that are open now',
    data: votes,
    markdown: votes
      .map(({ scenarioId, votedAt, choices, line }) =>
        [
          `### ${scenarioId}, ${sayInstant(votedAt)}`,
          Object.entries(choices)
            .map(([id, choice]) => `${id}: ${choice}`)
            .join(', '),
          quoted(line),
        ].join('\n\n'),
      )
      .join('\n\n'),
  };
};
