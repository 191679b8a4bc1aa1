import { FeedbackMark } from '@/components/ui/feedback-mark';
import type { Comment } from '@/schemas/feedback';
import type { LearnerGrade } from '@/schemas/result';
import styles from './remarks.module.css';

interface RemarksProps {
  readonly comments: readonly Comment[];
  readonly misconceptions: LearnerGrade['misconceptions'];
  readonly components: readonly { readonly id: string; readonly name: string }[];
}

/** What the grade says beyond the criteria, most pressing first; what has a place of its own on the page is left to it. */
export function Remarks({ comments, misconceptions, components }: RemarksProps) {
  const here = comments.filter((comment) => !hasOwnPlace(comment));
  if (here.length === 0) return null;
  return (
    <section className={styles.remarks} aria-labelledby="remarks-heading">
      <h2 id="remarks-heading">Also noticed</h2>
      <ul>
        {here.map((comment) => (
          <li key={`${comment.about} ${comment.id}`}>
            <FeedbackMark type={comment.type} />{' '}
            <Words
              comment={comment}
              misconception={misconceptions.find(({ id }) => id === comment.id)}
              component={components.find(({ id }) => id === comment.id)?.name}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Contradictions stand as pairs on top, sums below the text, and the request for a person with how sure the grader is. */
function hasOwnPlace({ about, type, id }: Comment): boolean {
  const isOnBoard = about === 'component' || about === 'boundary' || (about === 'flag' && id === 'mismatch');
  return about === 'sums' || about === 'review' || (isOnBoard && type === 'essential');
}

interface WordsProps {
  readonly comment: Comment;
  readonly misconception: LearnerGrade['misconceptions'][number] | undefined;
  readonly component: string | undefined;
}

function Words({ comment: { about, text }, misconception, component }: WordsProps) {
  if (about === 'misconception' && misconception)
    return (
      <>
        {misconception.quote ? (
          <>
            <q>{misconception.quote}</q>{' '}
          </>
        ) : null}
        A belief that does not hold: {misconception.text}
      </>
    );
  const subject = about === 'boundary' ? 'Boundary' : component;
  return subject ? (
    <>
      <strong>{subject}.</strong> {text}
    </>
  ) : (
    text
  );
}
