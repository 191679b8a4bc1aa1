'use client';

import { countSentences } from '@/components/twists/note-field';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import type { ContraryPage } from '@/schemas/rebuttal';
import { MOST_REPLY_CHARACTERS } from '@/schemas/rebuttal';
import styles from './contrary.module.css';
import type { ReplyState } from './reply-machine';
import { useReply } from './use-reply';

/** Name of the text field, by which it is found to be focused. */
const REPLY_TARGET = 'contrary-reply';

/** The field for an answer in three sentences. */
export function ReplyBench(opened: Pick<ContraryPage, 'submissionId' | 'caseId' | 'caseHash'>) {
  const { state, dispatch, handIn } = useReply(opened);
  const { reply, sending } = state;

  async function tryHandIn() {
    await handIn();
    if (reply.trim() === '') document.getElementsByName(REPLY_TARGET)[0]?.focus();
  }

  return (
    <section className={styles.bench} aria-labelledby="reply-heading">
      <h2 id="reply-heading">Your answer, in three sentences</h2>
      <ul className={styles.asks}>
        <li>Name the point that you answer.</li>
        <li>Give a reason or a figure against it, or concede it and say how far.</li>
        <li>Say under which condition the other side would win.</li>
      </ul>
      <FoundCopy found={state.found} />
      <Field
        label="Your answer"
        hint="One to five sentences. What counts is that you engage with the case; it need not convince anybody."
        error={state.isMissing ? 'The answer is empty. Write what you say to the case, then hand in again.' : undefined}
      >
        {(control) => (
          <>
            <textarea
              aria-describedby={control['aria-describedby']}
              aria-invalid={control['aria-invalid']}
              id={control.id}
              name={REPLY_TARGET}
              className={styles.reply}
              rows={6}
              maxLength={MOST_REPLY_CHARACTERS}
              value={reply}
              onChange={(event) => dispatch({ type: 'wrote', reply: event.target.value })}
            />
            <ReplyCount reply={reply} />
          </>
        )}
      </Field>
      <Refusal sending={sending} />
      <div className={styles.actions}>
        <Button kind="primary" isBusy={sending.status === 'sending'} onClick={() => void tryHandIn()}>
          {sending.status === 'sending' ? 'Handing in…' : 'Hand in this answer'}
        </Button>
        <span className={styles.quiet}>Until then it is kept on this device only.</span>
      </div>
    </section>
  );
}

function ReplyCount({ reply }: { readonly reply: string }) {
  const sentences = countSentences(reply);
  return (
    <span className={styles.quiet}>
      {sentences} {sentences === 1 ? 'sentence' : 'sentences'}, {reply.length.toLocaleString('en-GB')} of{' '}
      {MOST_REPLY_CHARACTERS.toLocaleString('en-GB')} characters
    </span>
  );
}

function FoundCopy({ found }: Pick<ReplyState, 'found'>) {
  if (found === 'nothing') return null;
  return (
    <Notice live="status" title="Your unfinished answer was kept on this device.">
      <p>
        {found === 'older-case'
          ? 'The case was rewritten since. Read it again: your answer speaks of the older text.'
          : 'It is as you left it.'}
      </p>
    </Notice>
  );
}

function Refusal({ sending }: Pick<ReplyState, 'sending'>) {
  if (sending.status !== 'refused' && sending.status !== 'expired') return null;
  return (
    <Notice
      kind="problem"
      live="alert"
      title={sending.status === 'expired' ? 'This case is no longer as you read it.' : 'The answer was not handed in.'}
    >
      <p>
        {sending.message}
        {sending.status === 'refused' ? ' Your answer is kept; trying again cannot hand it in twice.' : ''}
      </p>
    </Notice>
  );
}
