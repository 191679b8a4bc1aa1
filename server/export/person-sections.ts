import 'server-only';
import { database } from '../db/database';
import { selectChosenPath } from '../path-choice';
import { selectPreferences } from '../preferences';
import { selectOwnReports } from '../reports/reports';
import { bullets, type ExportSection, quoted, sayInstant } from './section';

export const exportPerson: ExportSection = async ({ learnerId, name, email, isGuest, isConfirmed }) => {
  const { createdAt } = await database()
    .selectFrom('learners')
    .select('createdAt')
    .where('id', '=', learnerId)
    .executeTakeFirstOrThrow();
  const enrolments = await database()
    .selectFrom('enrolments')
    .select(['cohortId', 'role', 'status', 'enrolledAt'])
    .where('learnerId', '=', learnerId)
    .execute();
  const signIns = await database()
    .selectFrom('sso_identities')
    .select(['issuer', 'subject', 'linkedAt'])
    .where('learnerId', '=', learnerId)
    .execute();
  const said = isGuest ? 'A guest without an account' : `${name}, ${email ?? 'no address'}`;
  return {
    key: 'person',
    title: 'Who this is',
    data: { name, email, isConfirmed, isGuest, createdAt, enrolments, signIns },
    markdown: bullets([
      said,
      `Here since ${sayInstant(createdAt)}`,
      ...signIns.map(({ issuer, linkedAt }) => `Signs in with ${issuer}, since ${sayInstant(linkedAt)}`),
      ...enrolments.map(({ cohortId, role, status }) => `${role} of ${cohortId} (${status})`),
    ]),
  };
};

export const exportInvites: ExportSection = async ({ learnerId }) => {
  const used = await database()
    .selectFrom('invite_uses')
    .innerJoin('invites', 'invites.id', 'invite_uses.inviteId')
    .select(['cohortId', 'role', 'usedAt'])
    .where('learnerId', '=', learnerId)
    .orderBy('usedAt')
    .execute();
  return {
    key: 'invitations',
    title: 'Invitations that I accepted',
    data: used,
    markdown: bullets(used.map(({ cohortId, role, usedAt }) => `${role} of ${cohortId}, ${sayInstant(usedAt)}`)),
  };
};

export const exportPreferences: ExportSection = async (actor) => {
  const preferences = await selectPreferences(actor);
  const opinions = await database()
    .selectFrom('opinion_choices')
    .select(['recipientId', 'isWanted', 'chosenAt'])
    .where('learnerId', '=', actor.learnerId)
    .execute();
  const secondOpinions = opinions.map(({ isWanted, ...choice }) => ({ ...choice, isWanted: isWanted === 1 }));
  return {
    key: 'preferences',
    title: 'Preferences',
    data: { ...preferences, secondOpinions },
    markdown: bullets([
      `Editor: ${preferences.editor}`,
      ...secondOpinions.map(
        ({ isWanted, chosenAt }) => `Second opinion ${isWanted ? 'wanted' : 'not wanted'}, ${sayInstant(chosenAt)}`,
      ),
    ]),
  };
};

export const exportPath: ExportSection = async (actor) => {
  const path = await selectChosenPath(actor);
  return {
    key: 'path',
    title: 'Path',
    data: path && { id: path.id, title: path.title },
    markdown: path ? path.title : 'All modules, in their order.',
  };
};

export const exportReports: ExportSection = async (actor) => {
  const reports = await selectOwnReports(actor);
  return {
    key: 'reports',
    title: 'What I said is wrong',
    data: reports,
    markdown: reports
      .map((report) =>
        [
          `### ${report.context.place}`,
          `${report.kind}, ${report.status}, ${sayInstant(report.createdAt)}`,
          quoted(report.text),
          ...(report.status === 'new' ? [] : [`Answer, ${sayInstant(report.answeredAt)}:`, quoted(report.reply)]),
        ].join('\n\n'),
      )
      .join('\n\n'),
  };
};
