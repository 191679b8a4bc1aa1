import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { StartRound } from '@/components/blind-marking/start-round';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { DataTable } from '@/components/ui/data-table';
import { LocalTime } from '@/components/ui/local-time';
import type { RoundSummary } from '@/schemas/calibration-round';
import { currentActor } from '@/server/actor';
import { cohortsWith } from '@/server/authority';
import { selectRounds } from '@/server/calibration/rounds';
import pageStyles from '../../instructor.module.css';

export const metadata: Metadata = { title: 'Mark ten answers blind' };

export default async function CalibrationPage() {
  const actor = await currentActor();
  if (!actor) return <SignInHint what="The instructor’s pages show other people’s work." />;
  if (cohortsWith(actor, 'manage').length === 0) notFound();
  const rounds = await selectRounds(actor);
  const open = rounds.find(({ finishedAt }) => finishedAt === null);
  return (
    <div className={pageStyles.page}>
      <header className={pageStyles.head}>
        <p>
          <Link href="/instructor/trust">How far to trust the grader</Link>
        </p>
        <h1>Mark ten answers blind</h1>
        <p className={pageStyles.note}>
          Ten answers, drawn by chance from the samples of the course and from drafts of your cohorts, without names and
          without the grader’s levels. You give each criterion a level by the rubric; when all are marked you see where
          you, the grader and the reference differ. It takes about half an hour, and you can leave and come back. No
          grade changes.
        </p>
      </header>
      <StartRound label={open ? `Go on: ${open.marked} of ${open.total} are marked` : 'Draw ten answers'} />
      <section className={pageStyles.section} aria-labelledby="rounds-heading">
        <h2 id="rounds-heading">Your rounds</h2>
        {rounds.length === 0 ? (
          <p className={pageStyles.note}>You have not marked any yet.</p>
        ) : (
          <Rounds rounds={rounds} />
        )}
      </section>
    </div>
  );
}

function Rounds({ rounds }: { readonly rounds: readonly RoundSummary[] }) {
  return (
    <DataTable caption="Newest first">
      <thead>
        <tr>
          <th scope="col">Begun</th>
          <th scope="col" data-numeric>
            Marked
          </th>
          <th scope="col">Standing</th>
        </tr>
      </thead>
      <tbody>
        {rounds.map(({ id, startedAt, finishedAt, marked, total }) => (
          <tr key={id}>
            <th scope="row">
              <Link href={`/instructor/trust/calibration/${id}`}>
                <LocalTime at={startedAt} style="stamp" />
              </Link>
            </th>
            <td data-numeric>
              {marked} of {total}
            </td>
            <td>{finishedAt === null ? 'not finished' : 'finished'}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
