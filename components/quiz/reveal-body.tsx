import { InlineText } from '@/components/ui/inline-text';
import type { Response } from '@/schemas/item';
import type { Question } from '@/schemas/question';
import type { Reveal } from '@/schemas/reveal';
import { LETTERS } from './letters';
import type { ListingLine } from './listing-line';
import type { QuestionOf, ResponseOf } from './question-input';
import styles from './reveal.module.css';
import { RevealDefects } from './reveal-defects';
import { RevealList, RevealRow, type RevealSign } from './reveal-list';
import { RevealPlaces } from './reveal-places';

type RevealOf<Type extends Reveal['type']> = Extract<Reveal, { type: Type }>;

interface RevealBodyProps {
  readonly question: Question;
  readonly response: Response;
  readonly reveal: Reveal;
  readonly listing: readonly ListingLine[] | undefined;
}

/** What was right and why, for every option, entry, slip, point or line. */
export function RevealBody({ question, response, reveal, listing }: RevealBodyProps) {
  switch (question.type) {
    case 'single-choice':
    case 'multiple-choice':
      return reveal.type === question.type ? (
        <RevealOptions question={question} response={response} reveal={reveal} />
      ) : null;
    case 'ordering':
    case 'matching':
      return <RevealPlaces question={question} response={response} reveal={reveal} />;
    case 'numeric':
      return reveal.type === question.type && response.type === question.type ? (
        <RevealNumber question={question} response={response} reveal={reveal} />
      ) : null;
    case 'short-answer':
      return reveal.type === question.type && response.type === question.type ? (
        <RevealPoints response={response} reveal={reveal} />
      ) : null;
    case 'spot-the-defect':
      return reveal.type === question.type && response.type === question.type ? (
        <RevealDefects question={question} response={response} reveal={reveal} listing={listing} />
      ) : null;
    default:
      return question satisfies never;
  }
}

interface RevealOptionsProps {
  readonly question: QuestionOf<'single-choice'> | QuestionOf<'multiple-choice'>;
  readonly response: Response;
  readonly reveal: RevealOf<'single-choice'> | RevealOf<'multiple-choice'>;
}

const OPTION_WORD: Readonly<Record<RevealSign, string>> = {
  right: 'right, and you chose it',
  missed: 'right, not chosen',
  wrong: 'your choice',
  rest: '',
};

function RevealOptions({ question, response, reveal }: RevealOptionsProps) {
  const chosen =
    response.type === 'single-choice' ? [response.chosen] : response.type === 'multiple-choice' ? response.chosen : [];
  return (
    <RevealList>
      {question.options.map((option, index) => {
        const isKey = reveal.key.includes(option.id);
        const isChosen = chosen.includes(option.id);
        const sign: RevealSign = isKey ? (isChosen ? 'right' : 'missed') : isChosen ? 'wrong' : 'rest';
        return (
          <RevealRow
            key={option.id}
            sign={sign}
            word={OPTION_WORD[sign]}
            letter={LETTERS[index]}
            text={option.text}
            rationale={reveal.notes.find((note) => note.id === option.id)?.rationale}
          />
        );
      })}
    </RevealList>
  );
}

interface RevealNumberProps {
  readonly question: QuestionOf<'numeric'>;
  readonly response: ResponseOf<'numeric'>;
  readonly reveal: RevealOf<'numeric'>;
}

const figure = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 6, useGrouping: false });

function RevealNumber({ question, response, reveal }: RevealNumberProps) {
  const say = (value: number) => `${figure.format(value)}${question.unit ? ` ${question.unit}` : ''}`;
  return (
    <div className={styles.answer}>
      <p className={styles.figure}>
        You said <strong>{say(response.value)}</strong>; it is <strong>{say(reveal.key)}</strong>, and{' '}
        {figure.format(reveal.low)} to {say(reveal.high)} counts.
      </p>
      {reveal.notes.length > 0 ? (
        <>
          <p className={styles.small}>Figures one reaches by a slip</p>
          <RevealList>
            {reveal.notes.map((note) => (
              <RevealRow
                key={note.id}
                sign={Number(note.id) === response.value ? 'wrong' : 'rest'}
                word={Number(note.id) === response.value ? 'your figure' : ''}
                text={say(Number(note.id))}
                rationale={note.rationale}
              />
            ))}
          </RevealList>
        </>
      ) : null}
    </div>
  );
}

function RevealPoints({
  response,
  reveal,
}: {
  readonly response: ResponseOf<'short-answer'>;
  readonly reveal: RevealOf<'short-answer'>;
}) {
  return (
    <div className={styles.answer}>
      <p className={styles.small}>You wrote</p>
      <blockquote className={styles.quote}>{response.text}</blockquote>
      <RevealList>
        {reveal.points.map((point) => (
          <RevealRow
            key={point.id}
            sign={point.isMade ? 'right' : 'missed'}
            word={point.isMade ? 'found in your answer' : 'not found in your answer'}
            text={point.text}
            rationale={reveal.notes.find((note) => note.id === point.id)?.rationale}
          />
        ))}
      </RevealList>
      <p className={styles.small}>One good answer</p>
      <blockquote className={styles.quote}>
        <InlineText text={reveal.modelAnswer} />
      </blockquote>
    </div>
  );
}
