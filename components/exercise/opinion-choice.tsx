import type { Recipient } from '@/schemas/opinion';
import styles from './opinion-choice.module.css';

const TERMS = 'second-opinion-terms';

interface OpinionBoxProps {
  readonly recipient: Recipient;
  readonly isWanted: boolean;
  readonly isLocked: boolean;
  readonly onChange: (isWanted: boolean) => void;
}

/** Stands beside the hand-in button wherever that is: nobody can press it without having been told where the text goes. */
export function OpinionBox({ recipient, isWanted, isLocked, onChange }: OpinionBoxProps) {
  return (
    <div className={styles.choice}>
      <label className={styles.label}>
        <input
          type="checkbox"
          checked={isWanted}
          disabled={isLocked}
          aria-describedby={TERMS}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>
          Ask for a second opinion too: sends the text to {recipient.name} ({recipient.host}), model {recipient.model}
        </span>
      </label>
    </div>
  );
}

/** The whole truth about it, in the flow of the page above the button. */
export function OpinionTerms({ recipient }: { readonly recipient: Recipient }) {
  const { name, host, model } = recipient;
  return (
    <section className={styles.terms} aria-labelledby="second-opinion-heading">
      <h2 id="second-opinion-heading">Second opinion, if you want one</h2>
      <p id={TERMS}>
        With the box beside “Hand in” ticked, this server sends the brief, the rubric and the text of your record to{' '}
        {name} at {host}, where the model {model} reads them. Your name, your address and your picks are not sent; what
        you write in the text is. Without the tick nothing leaves this server.
      </p>
      <p>
        Your grade comes from the grader on this server either way, at once, and the second opinion changes none of your
        points. Where the two differ a lot, a person is asked to look. The box remembers your last hand-in; you can
        change it each time.
      </p>
    </section>
  );
}
