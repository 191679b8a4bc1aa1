import { sayDuration } from '@/components/ui/duration';
import type { ModuleOutline } from '@/course/describe-course';
import styles from './about.module.css';

const SHOWN = 3;

/** What somebody can do after each module, in the words of its lessons. */
export function Outcomes({ modules }: { readonly modules: readonly ModuleOutline[] }) {
  return (
    <section className={styles.section} aria-labelledby="outcomes">
      <h2 id="outcomes">What you will be able to do</h2>
      <ol className={styles.modules}>
        {modules.map(({ id, title, aim, minutes, objectives, exercises }) => (
          <li key={id}>
            <p className={styles.kind}>
              {id} · {sayDuration(minutes)}
              {exercises.length > 0 ? ` · ${exercises.length} ${exercises.length === 1 ? 'record' : 'records'}` : ''}
            </p>
            <h3>{title}</h3>
            <p className={styles.muted}>{aim}</p>
            <ul>
              {objectives.slice(0, SHOWN).map((objective) => (
                <li key={objective.id}>{objective.text}</li>
              ))}
            </ul>
            {objectives.length > SHOWN ? (
              <details>
                <summary>
                  {objectives.length - SHOWN} more<span className={styles.hidden}> of {title}</span>
                </summary>
                <ul>
                  {objectives.slice(SHOWN).map((objective) => (
                    <li key={objective.id}>{objective.text}</li>
                  ))}
                </ul>
              </details>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
