import Link from 'next/link';
import { reviewPath } from '@/components/reviews/queue-words';
import { InlineText } from '@/components/ui/inline-text';
import { LocalTime } from '@/components/ui/local-time';
import { Tag } from '@/components/ui/tag';
import type { DeskAppeal } from '@/schemas/appeal';
import { STATE_TONES } from './appeal-words';
import styles from './appeals.module.css';
import { RulingForm } from './ruling-form';

const CLOSED_WORDS = {
  open: 'Open',
  withdrawn: 'Withdrawn',
  upheld: 'Upheld',
  partly: 'Upheld in part',
  rejected: 'Rejected',
};

interface AppealListProps {
  readonly appeals: readonly DeskAppeal[];
  readonly cohortId: string;
}

/** Appeals as those who rule read them: drafts lead to their page, quiz items are ruled on here. */
export function AppealList({ appeals, cohortId }: AppealListProps) {
  return (
    <ul className={styles.list}>
      {appeals.map((appeal) => (
        <li key={appeal.id} className={styles.appeal}>
          <h3>
            {appeal.kind === 'item' ? <InlineText text={appeal.title} /> : `${appeal.scenarioId}: ${appeal.title}`}
          </h3>
          <p className={styles.facts}>
            <Tag tone={STATE_TONES[appeal.status]}>{CLOSED_WORDS[appeal.status]}</Tag>
            <span>
              {appeal.kind === 'item' ? 'Quiz item' : 'Level of a draft'}, sent <LocalTime at={appeal.createdAt} />
            </span>
          </p>
          <p className={styles.said}>
            <span className={styles.label}>The learner’s reason</span>
            {appeal.reason}
          </p>
          {appeal.kind === 'item' ? <ItemFacts appeal={appeal} /> : null}
          {appeal.ruling ? (
            <p className={styles.ruling}>
              <span>
                <strong>The ruling:</strong> {appeal.ruling}
              </span>
            </p>
          ) : null}
          {appeal.status === 'open' ? <Rule appeal={appeal} cohortId={cohortId} /> : null}
        </li>
      ))}
    </ul>
  );
}

function Rule({ appeal, cohortId }: { readonly appeal: DeskAppeal; readonly cohortId: string }) {
  if (appeal.kind === 'criterion')
    return (
      <p>
        <Link href={reviewPath(appeal.submissionId, cohortId)} prefetch={false}>
          Open the draft and rule
        </Link>
      </p>
    );
  const levels = [{ level: 'full', words: 'Uphold: the answer counts' }] as const;
  return <RulingForm appealId={appeal.id} cohortId={cohortId} basedOn={0} levels={levels} />;
}

function ItemFacts({ appeal }: { readonly appeal: Extract<DeskAppeal, { kind: 'item' }> }) {
  const { option, answer, key, rationale } = appeal;
  return (
    <dl className={styles.rubric}>
      {option ? (
        <>
          <dt>Disputed option</dt>
          <dd>{option}</dd>
        </>
      ) : null}
      <dt>Answered</dt>
      <dd>{answer}</dd>
      <dt>Counts as right</dt>
      <dd>{key}</dd>
      <dt>Why</dt>
      <dd>
        <InlineText text={rationale} />
      </dd>
    </dl>
  );
}
