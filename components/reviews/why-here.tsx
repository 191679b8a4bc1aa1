import { LocalTime } from '@/components/ui/local-time';
import { Notice } from '@/components/ui/notice';
import { explainFlag } from '@/grader/explain-flag';
import type { ReviewView } from '@/schemas/review-desk';
import { REASON_WORDS } from './queue-words';
import styles from './review-parts.module.css';
import { UndoLine } from './undo-line';

/** Why a person is wanted at this draft, or that somebody has decided on it. */
export function WhyHere({ view }: { readonly view: ReviewView }) {
  const { decided, reasons, grade } = view;
  return (
    <>
      {decided ? (
        <Notice
          kind="done"
          title={decided.isOwn ? 'You have decided on this draft.' : 'A person has decided on this draft.'}
        >
          <p>
            On <LocalTime at={decided.at} />. A further decision replaces that one.
          </p>
          {decided.mayUndo ? (
            <UndoLine submissionId={view.submissionId} cohortId={view.cohortId} words="Take the decision back" />
          ) : null}
        </Notice>
      ) : null}
      {reasons.length + grade.flags.length > 0 ? (
        <ul className={styles.why} aria-label="Why a person is wanted">
          {reasons.map((reason) => (
            <li key={reason}>{REASON_WORDS[reason].long}</li>
          ))}
          {grade.flags.map((flag) => (
            <li key={flag}>{explainFlag(flag).text}</li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
