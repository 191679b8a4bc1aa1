import { boundaryName } from '@/components/exercise/boundaries';
import { DataTable } from '@/components/ui/data-table';
import { LanguageMark } from '@/components/ui/language-mark';
import type { ModelAnswer } from '@/schemas/model-answer';
import type { OpenedExercise } from '@/schemas/result';
import type { Choice, HandIn } from '@/schemas/scenario';
import styles from './model-answers.module.css';
import { RecordText } from './record-text';

interface ModelAnswersProps {
  readonly answers: NonNullable<OpenedExercise['modelAnswers']>;
  readonly components: readonly { readonly id: string; readonly name: string }[];
  readonly own: HandIn;
}

/** Two records that would pass, each beside one's own: the same brief, argued to different ends. */
export function ModelAnswers({ answers, components, own }: ModelAnswersProps) {
  return (
    <section className={styles.models} aria-labelledby="models-heading">
      <h3 id="models-heading">Two records beside yours</h3>
      <p className={styles.intro}>
        Both would pass. They decide differently from the same brief; compare how each argues, not whether it agrees
        with you.
      </p>
      <Beside title="The expected answer" answer={answers.usual} components={components} own={own} />
      <Beside title="Against it, and defensible" answer={answers.contrarian} components={components} own={own} />
    </section>
  );
}

interface BesideProps extends Omit<ModelAnswersProps, 'answers'> {
  readonly title: string;
  readonly answer: ModelAnswer;
}

function Beside({ title, answer, components, own }: BesideProps) {
  return (
    <details className={styles.model} name="model-answer">
      <summary>{title}</summary>
      <p className={styles.note}>{answer.note}</p>
      <ChoicesBeside title={title} answer={answer} components={components} own={own} />
      <div className={styles.pair}>
        <div>
          <h4>Yours</h4>
          <p className={styles.own}>{own.explanation}</p>
        </div>
        <div>
          <h4>{title}</h4>
          <RecordText text={answer.explanation} />
        </div>
      </div>
    </details>
  );
}

function ChoicesBeside({ title, answer, components, own }: BesideProps) {
  const theirs: Readonly<Record<string, Choice | undefined>> = answer.choices;
  const yours: Readonly<Record<string, Choice | undefined>> = own.choices;
  return (
    <DataTable caption={`${title}: its choices and yours`}>
      <thead>
        <tr>
          <th scope="col">Part</th>
          <th scope="col">This record</th>
          <th scope="col">Yours</th>
        </tr>
      </thead>
      <tbody>
        {components.map(({ id, name }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td>{mark(theirs[id])}</td>
            <td>{mark(yours[id])}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">Boundary</th>
          <td>{boundaryName(answer.boundary)}</td>
          <td>{boundaryName(own.boundary)}</td>
        </tr>
      </tbody>
    </DataTable>
  );
}

const mark = (choice: Choice | undefined) => (choice ? <LanguageMark choice={choice} /> : 'none');
