import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import styles from '@/components/cohort/cohort.module.css';
import { ImportForm } from '@/components/cohort/import-form';
import { InviteForm, RevokeInvite } from '@/components/cohort/invite-form';
import { ROLE_WORDS } from '@/components/cohort/role-words';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { LocalTime } from '@/components/ui/local-time';
import { Notice } from '@/components/ui/notice';
import { Tag } from '@/components/ui/tag';
import type { Invite } from '@/schemas/invite';
import { currentActor } from '@/server/actor';
import { selectCohort } from '@/server/cohorts/cohorts';
import { DEMO_COHORT } from '@/server/demo/demo-cohort';
import { selectInvites } from '@/server/invites/invites';
import { SELF_PACED_COHORT } from '@/server/self-paced-cohort';
import page from '../../../instructor.module.css';

export const metadata: Metadata = { title: 'Invitations', referrer: 'no-referrer' };

interface InvitesPageProps {
  readonly params: Promise<{ readonly cohortId: string }>;
}

export default async function InvitesPage({ params }: InvitesPageProps) {
  const actor = await currentActor();
  if (!actor) return <SignInHint what="Invitations are made by those who run a cohort." />;
  const cohort = await selectCohort(actor, (await params).cohortId, 'manage');
  if (!cohort) notFound();
  const invites = await selectInvites(actor, cohort.id);
  const isSelfPaced = cohort.id === SELF_PACED_COHORT.id;
  const isClosed = cohort.archivedAt !== null || cohort.id === DEMO_COHORT.id;
  return (
    <div className={page.page}>
      <h1>Invitations</h1>
      {isClosed ? <Closed isDemo={cohort.id === DEMO_COHORT.id} /> : null}
      {isClosed ? null : (
        <>
          <section className={page.section} aria-labelledby="link-heading">
            <h2 id="link-heading">One link for many</h2>
            <p className={page.note}>
              For a chat or a slide. Learners may come in as guests and make an account later; other roles need an
              account. {isSelfPaced ? 'Everybody learns here anyway: give learners the address of the course.' : ''}
            </p>
            <InviteForm cohortId={cohort.id} isSelfPaced={isSelfPaced} />
          </section>
          <section className={page.section} aria-labelledby="list-heading">
            <h2 id="list-heading">A list, with a link for each person</h2>
            <p className={page.note}>
              Each link works once, and only for the account with that address. At most 5,000 lines. The list is checked
              first; nothing happens until you say so.
            </p>
            <ImportForm cohortId={cohort.id} />
          </section>
        </>
      )}
      <section className={page.section} aria-labelledby="made-heading">
        <h2 id="made-heading">Made so far</h2>
        {invites.length === 0 ? (
          <p className={page.note}>None yet. Links are stored only as a hash: none is shown twice.</p>
        ) : null}
        <ul className={styles.list}>
          {invites.map((invite) => (
            <InviteRow key={invite.id} invite={invite} cohortId={cohort.id} />
          ))}
        </ul>
      </section>
    </div>
  );
}

const STATUS = {
  open: ['Open', 'met'],
  used: ['Used up', 'plain'],
  expired: ['Too old', 'plain'],
  revoked: ['Revoked', 'missing'],
} as const;

function InviteRow({ invite, cohortId }: { readonly invite: Invite; readonly cohortId: string }) {
  const [word, tone] = STATUS[invite.status];
  const what = invite.email ?? (invite.label || `Link for ${ROLE_WORDS[invite.role].name.toLowerCase()}s`);
  return (
    <li className={styles.item}>
      <div>
        <span className={styles.name}>{what}</span>
        <span className={styles.muted}>
          Made <LocalTime at={invite.createdAt} style="stamp" />
          {invite.madeBy === null ? '' : ` by ${invite.madeBy}`}
          {invite.status === 'open' ? (
            <>
              , until <LocalTime at={invite.expiresAt} style="stamp" />
            </>
          ) : null}
        </span>
      </div>
      <div className={styles.tags}>
        <Tag>{ROLE_WORDS[invite.role].name}</Tag>
        <Tag tone={tone}>{word}</Tag>
        <span className={styles.muted}>
          {invite.uses} of {invite.maxUses} used
        </span>
      </div>
      {invite.status === 'open' ? <RevokeInvite cohortId={cohortId} inviteId={invite.id} what={what} /> : null}
    </li>
  );
}

function Closed({ isDemo }: { readonly isDemo: boolean }) {
  return (
    <Notice
      kind="note"
      title={isDemo ? 'Nobody is invited into the demo cohort.' : 'An archived cohort takes nobody in.'}
    >
      <p>{isDemo ? 'What they did would vanish with it.' : 'An owner can restore it on the organisation page.'}</p>
    </Notice>
  );
}
