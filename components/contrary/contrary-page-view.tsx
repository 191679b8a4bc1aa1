import Link from 'next/link';
import { Landing } from '@/components/result/landing';
import { percent } from '@/components/result/readings';
import { LinkButton } from '@/components/ui/link-button';
import { LocalTime } from '@/components/ui/local-time';
import { SIDE_WORD } from '@/grader/contrary/reply-words';
import type { ContraryPage } from '@/schemas/rebuttal';
import styles from './contrary.module.css';
import { contraryPath, replyLanding, replyPath } from './contrary-path';
import { ReplyBench } from './reply-bench';
import { ReplyResult } from './reply-result';

/** The case for the other side, and either the field to answer it or what an answer came to. */
export function ContraryPageView({ view }: { readonly view: ContraryPage }) {
  const { submissionId, rebuttal } = view;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <p className={styles.quiet}>
          Exercise {view.scenarioId}, draft {view.draftNumber}
        </p>
        <h1 id="contrary-page-heading" tabIndex={-1}>
          {view.scenarioTitle}: the other side
        </h1>
      </header>
      {rebuttal ? (
        <Landing
          submissionId={replyLanding(submissionId, rebuttal.number)}
          headingId="contrary-page-heading"
          message={`Graded: ${percent(rebuttal.grade.overall)}.`}
        />
      ) : null}
      <section className={styles.case} aria-labelledby="case-heading">
        <h2 id="case-heading">The case for {SIDE_WORD[view.side]}</h2>
        <p>{view.text}</p>
      </section>
      {rebuttal ? (
        <ReplyResult rebuttal={rebuttal} />
      ) : (
        <ReplyBench submissionId={submissionId} caseId={view.caseId} caseHash={view.caseHash} />
      )}
      <Ways view={view} />
    </div>
  );
}

/** Ways on: another answer, back to the result, and the answers given so far. */
function Ways({ view: { submissionId, rebuttal, replies } }: { readonly view: ContraryPage }) {
  return (
    <nav className={styles.ways} aria-label="Answers">
      <div className={styles.actions}>
        {rebuttal ? (
          <LinkButton href={`${contraryPath(submissionId)}?again=1`} prefetch={false}>
            Answer again
          </LinkButton>
        ) : null}
        <LinkButton href={`/results/${submissionId}`}>Back to the result</LinkButton>
      </div>
      {replies.length > 0 ? (
        <ol className={styles.replies}>
          {replies.map(({ number, submittedAt, overall }) => (
            <li key={number}>
              {number === rebuttal?.number ? (
                <span aria-current="page">Answer {number}, this one</span>
              ) : (
                <Link href={replyPath(submissionId, number)} prefetch={false}>
                  Answer {number}
                </Link>
              )}
              <LocalTime at={submittedAt} style="stamp" />
              <span>{percent(overall)}</span>
            </li>
          ))}
        </ol>
      ) : null}
    </nav>
  );
}
