import { percent } from '@/components/result/readings';
import { toSegments } from '@/components/result/segments';
import { LevelMark } from '@/components/ui/level-mark';
import { ASPECT_NAME, ASPECT_WORDS, STANDING_WORDS } from '@/grader/contrary/reply-words';
import { type Aspect, AspectSchema, type LearnerRebuttal } from '@/schemas/rebuttal';
import styles from './contrary.module.css';

/** What one reply came to: the share, the three aspects with their quotes, and what the author says once open. */
export function ReplyResult({ rebuttal }: { readonly rebuttal: LearnerRebuttal }) {
  const { grade, answeredPoint, holdsIf, isOlderText } = rebuttal;
  const standing = STANDING_WORDS[grade.standing];
  return (
    <section className={styles.result} aria-labelledby="came-heading">
      <h2 id="came-heading">How far you engaged</h2>
      <p className={styles.total}>
        <strong>{percent(grade.overall)}</strong> <span>for this answer, a third for each of the three</span>
      </p>
      {isOlderText ? <p className={styles.quiet}>The case was rewritten after you answered it.</p> : null}
      {standing ? <p>{standing}</p> : null}
      {grade.needsReview ? (
        <p className={styles.quiet}>The grader is not sure. Ask a person if you see it differently.</p>
      ) : null}
      <MarkedReply rebuttal={rebuttal} />
      <dl className={styles.aspects}>
        {AspectSchema.options.map((aspect) => (
          <AspectLine key={aspect} aspect={aspect} rebuttal={rebuttal} />
        ))}
      </dl>
      {answeredPoint ? (
        <p>
          <span className={styles.quiet}>The point that you answered, as its author puts it:</span> {answeredPoint}
        </p>
      ) : null}
      {holdsIf ? (
        <p>
          <span className={styles.quiet}>The other side wins if</span> {holdsIf}.
        </p>
      ) : (
        <p className={styles.quiet}>
          When the other side wins in its author’s eyes opens with the rest of the exercise: passed, or the third draft.
        </p>
      )}
    </section>
  );
}

function AspectLine({ aspect, rebuttal }: { readonly aspect: Aspect; readonly rebuttal: LearnerRebuttal }) {
  const { level, evidence } = rebuttal.grade.aspects[aspect];
  return (
    <div>
      <dt>
        <LevelMark level={level} /> <span>{ASPECT_NAME[aspect]}</span>
      </dt>
      {rebuttal.grade.standing === 'engaged' ? <dd>{ASPECT_WORDS[aspect][level]}</dd> : null}
      {evidence.map(({ start, quote }) => (
        <dd key={start}>
          <q>{quote}</q>
        </dd>
      ))}
    </div>
  );
}

/** The reply with the passages that the levels rest on; the same quotes stand below in words, so it is not colour alone. */
function MarkedReply({ rebuttal: { reply, grade } }: { readonly rebuttal: LearnerRebuttal }) {
  const spans = AspectSchema.options.flatMap((aspect, index) =>
    grade.aspects[aspect].evidence.map(({ start, end }) => ({ start, end, criterion: index + 1 })),
  );
  return (
    <blockquote className={styles.marked}>
      {toSegments(reply, spans).map(({ start, text, criteria }) =>
        criteria.length > 0 ? <mark key={start}>{text}</mark> : <span key={start}>{text}</span>,
      )}
    </blockquote>
  );
}
