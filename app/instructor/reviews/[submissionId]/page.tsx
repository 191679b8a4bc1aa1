import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { DraftAppeals } from '@/components/appeals/draft-appeals';
import { PressedAt } from '@/components/instructor/pressed-at';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { pickAnswers } from '@/components/result/pick-answers';
import { Contradictions, Picks } from '@/components/result/picks';
import { ProofText } from '@/components/result/proof-text';
import { SecondOpinion } from '@/components/result/second-opinion';
import { SumsToCheck } from '@/components/result/sums-to-check';
import { AlikeTexts } from '@/components/reviews/alike-texts';
import { LargePasteNote } from '@/components/reviews/large-paste-note';
import { queuePath } from '@/components/reviews/queue-words';
import { RevealWriter } from '@/components/reviews/reveal-writer';
import { ReviewDesk } from '@/components/reviews/review-desk';
import { ReviewNotes } from '@/components/reviews/review-notes';
import { toProofCriteria } from '@/components/reviews/to-proof-criteria';
import { WhyHere } from '@/components/reviews/why-here';
import { LocalTime } from '@/components/ui/local-time';
import { SubmissionIdSchema } from '@/schemas/ids';
import type { ReviewView } from '@/schemas/review-desk';
import { currentActor } from '@/server/actor';
import { selectDraftAppeals } from '@/server/appeals/appeal-desk';
import { cohortsWith } from '@/server/authority';
import { chooseCohort } from '@/server/reviews/review-scope';
import { selectReview } from '@/server/reviews/select-review';
import { selectUndoable } from '@/server/reviews/undo-review';
import styles from '../../instructor.module.css';
import pageStyles from './page.module.css';

export const metadata: Metadata = { title: 'Review a draft' };

interface ReviewPageProps {
  readonly params: Promise<{ submissionId: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : null);

export default async function ReviewPage({ params, searchParams }: ReviewPageProps) {
  const id = SubmissionIdSchema.safeParse((await params).submissionId);
  const actor = await currentActor();
  if (!actor) return <SignInHint what="The review desk shows other people’s work." />;
  if (!id.success || cohortsWith(actor, 'review').length === 0) notFound();
  const asked = await searchParams;
  const cohortId = await chooseCohort(actor, id.data, one(asked.cohort));
  const view = cohortId && (await selectReview(actor, cohortId, id.data));
  if (!view) notFound();
  const after = SubmissionIdSchema.safeParse(one(asked.after));
  const undoable = after.success && (await selectUndoable(actor, view.cohortId, after.data));
  const criteria = toProofCriteria(view);
  return (
    <div className={`${styles.page} ${pageStyles.page}`}>
      <Head view={view} />
      <WhyHere view={view} />
      <DraftAppeals
        appeals={await selectDraftAppeals(actor, view.cohortId, view.submissionId, view)}
        cohortId={view.cohortId}
        basedOn={view.basedOn}
        text={view.handIn.explanation}
      />
      <ReviewDesk
        key={`${view.submissionId} ${view.basedOn}`}
        view={view}
        after={undoable && after.success ? after.data : null}
        text={
          <>
            <ProofText text={view.handIn.explanation} criteria={criteria} />
            <SumsToCheck slips={view.grade.arithmetic ?? []} />
            <details className={pageStyles.brief}>
              <summary>The brief that it answers</summary>
              <p>{view.brief}</p>
            </details>
          </>
        }
      />
      <LargePasteNote view={view} />
      <AlikeTexts view={view} />
      <Board view={view} />
      {view.opinion ? <SecondOpinion opinion={view.opinion} criteria={criteria} /> : null}
      <ReviewNotes view={view} />
      {view.mayReveal ? <RevealWriter submissionId={view.submissionId} cohortId={view.cohortId} /> : null}
    </div>
  );
}

function Head({ view }: { readonly view: ReviewView }) {
  return (
    <header className={styles.head}>
      <p>
        <Link href={queuePath(view.cohortId)} prefetch={false}>
          {view.cohortName}: {view.waiting === 1 ? '1 draft waits' : `${view.waiting} drafts wait`}
        </Link>
      </p>
      <h1>{view.scenarioTitle}</h1>
      <p className={styles.note}>
        {view.scenarioId}, draft {view.number}, handed in <LocalTime at={view.submittedAt} />
        <PressedAt {...view} />, by somebody of the cohort
      </p>
    </header>
  );
}

function Board({ view }: { readonly view: ReviewView }) {
  return (
    <section className={styles.section} aria-labelledby="board-heading">
      <h2 id="board-heading">The board</h2>
      <Contradictions
        contradictions={view.grade.contradictions}
        boundary={view.grade.boundaryContradiction}
        components={view.components}
      />
      <Picks
        components={view.components}
        handIn={view.handIn}
        credits={view.grade.choices}
        boundary={view.grade.boundary}
        answers={pickAnswers(view.components)}
      />
    </section>
  );
}
