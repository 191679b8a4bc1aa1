import { LocalTime } from '@/components/ui/local-time';
import { Tag } from '@/components/ui/tag';
import type { OwnAppeal } from '@/schemas/appeal';
import { STATE_TONES, stateWords } from './appeal-words';
import styles from './appeals.module.css';
import { WithdrawAppeal } from './withdraw-appeal';

/** One appeal as its learner reads it: what they said, where it stands, and the ruling with its reason. */
export function OwnAppealEntry({ appeal }: { readonly appeal: OwnAppeal }) {
  const { title, quote, reason, createdAt, state } = appeal;
  return (
    <li className={styles.appeal}>
      <h3>{title}</h3>
      <p className={styles.facts}>
        <Tag tone={STATE_TONES[state.status]}>{stateWords(appeal)}</Tag>
        <span>
          sent <LocalTime at={createdAt} style="day" />
          {'closedAt' in state ? (
            <>
              , closed <LocalTime at={state.closedAt} style="day" />
            </>
          ) : null}
        </span>
      </p>
      {quote ? (
        <blockquote className={styles.quote}>
          <span className={styles.label}>What you wrote</span>
          <mark>{quote}</mark>
        </blockquote>
      ) : null}
      <p className={styles.said}>
        <span className={styles.label}>Your reason</span>
        {reason}
      </p>
      {'ruling' in state ? (
        <div className={styles.ruling}>
          <p>
            <strong>The ruling:</strong> {state.ruling}
          </p>
          <p className={styles.note}>
            {state.isAlone
              ? 'Ruled by the person who had set the level, because nobody else here may.'
              : 'Ruled by a person who had not set the level.'}
          </p>
        </div>
      ) : null}
      {state.status === 'open' ? <WithdrawAppeal appealId={appeal.id} title={title} /> : null}
    </li>
  );
}
