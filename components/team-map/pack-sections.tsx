import { RecordText } from '@/components/result/record-text';
import { LanguageMark } from '@/components/ui/language-mark';
import type { Arguments, DiscussionPack } from '@/schemas/team-map';
import styles from './pack.module.css';
import { AGENDA, NO_ARGUMENTS } from './words';

/** Three quarters of an hour, with the minute at which each part begins. */
export function Agenda() {
  let begins = 0;
  const parts = AGENDA.map((part) => {
    const at = begins;
    begins += part.minutes;
    return { ...part, at };
  });
  return (
    <ol className={styles.agenda}>
      {parts.map(({ at, minutes, title, what }) => (
        <li key={title}>
          <span className={styles.minute}>
            {at}–{at + minutes}
          </span>
          <span>
            <b>{title}</b> {what}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** The strongest sentences of two sides, or the course's own records. */
export function TwoSides({ said }: { readonly said: Arguments }) {
  switch (said.from) {
    case 'team':
      return (
        <>
          <p className={styles.note}>
            About {said.component}. Sentences of the team, from people who agreed to it; names are taken out.
          </p>
          <div className={styles.sides}>
            {said.sides.map(({ choice, sentences }) => (
              <section key={choice} aria-label={`For ${choice}`}>
                <h3>
                  <LanguageMark choice={choice} />
                </h3>
                {sentences.map((sentence) => (
                  <blockquote key={sentence}>{sentence}</blockquote>
                ))}
              </section>
            ))}
          </div>
        </>
      );
    case 'course':
      return (
        <>
          <p className={styles.note}>Two records of the course. Both would pass; they decide differently.</p>
          <div className={styles.sides}>
            {said.records.map(({ title, note, text }) => (
              <section key={title} aria-label={title}>
                <h3>{title}</h3>
                <p className={styles.note}>{note}</p>
                <div className={styles.record}>
                  <RecordText text={text} />
                </div>
              </section>
            ))}
          </div>
        </>
      );
    case 'nobody':
      return (
        <>
          <p className={styles.note}>{NO_ARGUMENTS[said.reason]}</p>
          <div className={styles.sides} aria-hidden="true">
            <div className={styles.blank} />
            <div className={styles.blank} />
          </div>
        </>
      );
    default:
      return said satisfies never;
  }
}

/** What would change the decision: the course's conditions, or lines to fill. */
export function Flips({ flips }: Pick<DiscussionPack, 'flips'>) {
  if (flips === null)
    return (
      <>
        <p className={styles.note}>
          The course’s own conditions open when everybody who handed in has the exercise open. Until then: which fact
          would you have to see, and by when?
        </p>
        <div className={styles.blank} aria-hidden="true" />
      </>
    );
  return (
    <dl className={styles.flips}>
      {flips.map(({ condition, answer }) => (
        <div key={condition}>
          <dt>{condition}</dt>
          <dd>{answer}</dd>
        </div>
      ))}
    </dl>
  );
}
