import { Field } from '@/components/ui/field';
import styles from './round-bench.module.css';

/** Name of the text field, by which it is found to be focused. */
export const NOTE_TARGET = 'twist-note';
const MOST_CHARACTERS = 2_000;

/** Sentences by their ends: good enough to say whether two have been written. */
export const countSentences = (text: string): number =>
  (text.match(/[^.!?\s][^.!?]*(?:[.!?](?!\d)+|$)/g) ?? []).filter((part) => /\w/.test(part)).length;

interface NoteFieldProps {
  readonly note: string;
  readonly isMissing: boolean;
  readonly onWrite: (note: string) => void;
}

export function NoteField({ note, isMissing, onWrite }: NoteFieldProps) {
  const sentences = countSentences(note);
  return (
    <Field
      label="Your note"
      hint="Two to eight sentences: name what changed, and say why it moves these parts, or why it moves nothing."
      error={isMissing ? 'The note is empty. Write why the parts move or stay, then hand in again.' : undefined}
    >
      {(control) => (
        <>
          <textarea
            aria-describedby={control['aria-describedby']}
            aria-invalid={control['aria-invalid']}
            id={control.id}
            name={NOTE_TARGET}
            className={styles.note}
            rows={7}
            maxLength={MOST_CHARACTERS}
            value={note}
            onChange={(event) => onWrite(event.target.value)}
          />
          <span className={styles.count}>
            {sentences} {sentences === 1 ? 'sentence' : 'sentences'}, {note.length} of{' '}
            {MOST_CHARACTERS.toLocaleString('en-GB')} characters
          </span>
        </>
      )}
    </Field>
  );
}
