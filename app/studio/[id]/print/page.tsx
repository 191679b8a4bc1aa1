import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { FOUND_WORDS, fileName, HONEST } from '@/components/studio/decision-words';
import { PrintButton } from '@/components/studio/download-button';
import { DownloadChecklist } from '@/components/studio/download-checklist';
import { LevelGlyph } from '@/components/ui/level-mark';
import { POINTS, type PointReading } from '@/grader/studio/feedback';
import { partLine, writeChecklist } from '@/grader/studio/write-checklist';
import { DecisionIdSchema } from '@/schemas/ids';
import { currentActor } from '@/server/actor';
import { selectDecisionFeedback } from '@/server/decisions/decision-feedback';
import { selectDecision } from '@/server/decisions/decisions';
import styles from './print.module.css';

export const metadata: Metadata = { title: 'Review checklist' };

interface ChecklistPageProps {
  readonly params: Promise<{ id: string }>;
}

export default async function ChecklistPage({ params }: ChecklistPageProps) {
  const id = DecisionIdSchema.safeParse((await params).id);
  const actor = await currentActor();
  const decision = actor && id.success ? await selectDecision(actor, id.data) : null;
  const read = actor && decision ? await selectDecisionFeedback(actor, decision.id) : null;
  if (!decision || !read) notFound();
  const { record } = decision;
  const { points, warnings } = read.feedback;
  return (
    <div className={styles.sheet}>
      <p className={styles.controls}>
        <Link href={`/studio/${decision.id}`}>Back to the decision</Link>
        <PrintButton />
        <DownloadChecklist name={fileName(record.title, '-review.md')} text={writeChecklist(record, read.feedback)} />
      </p>
      <h1>Review checklist: {record.title || 'a decision without a title'}</h1>
      {record.parts.length > 0 ? (
        <ul className={styles.parts}>
          {record.parts.map((part) => (
            <li key={partLine(part)}>{partLine(part)}</li>
          ))}
        </ul>
      ) : null}
      <p className={styles.honest}>{HONEST}</p>
      <ol className={styles.points}>
        {points.map((point) => (
          <Item key={point.id} point={point} />
        ))}
      </ol>
      {warnings.length > 0 ? (
        <section aria-labelledby="stops">
          <h2 id="stops">Places to stop at</h2>
          <ul className={styles.stops}>
            {warnings.map(({ kind, quote, message }) => (
              <li key={`${kind} ${quote}`}>
                <q>{quote}</q> {message}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

function Item({ point: { id, level, missing } }: { readonly point: PointReading }) {
  const { title, ask } = POINTS[id];
  return (
    <li data-level={level}>
      <p>
        <span className={styles.mark}>
          <LevelGlyph level={level} />
        </span>
        <strong>{title}</strong> ({level === 'full' ? FOUND_WORDS.full : `open: ${FOUND_WORDS[level]}`})
      </p>
      <p>{ask}</p>
      {missing ? <p className={styles.open}>{missing}</p> : null}
    </li>
  );
}
