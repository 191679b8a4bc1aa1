import styles from './course-strip.module.css';
import { type ModuleEntry, moduleAnchor } from './module-entry';

/** The steps that a module asks for, and how many are done: lessons, quizzes and one of its exercises. */
function stepsOf({ lessons, exercises }: ModuleEntry): { readonly done: number; readonly all: number } {
  const quizzes = lessons.filter(({ progress }) => progress.quiz.total > 0);
  const done =
    lessons.filter(({ progress }) => progress.isRead).length +
    quizzes.filter(({ progress }) => progress.quiz.isMastered).length +
    (exercises.some(({ progress }) => progress.isPassed) ? 1 : 0);
  return { done, all: lessons.length + quizzes.length + (exercises.length > 0 ? 1 : 0) };
}

/** The whole course at a look: a column a module, as full as it is done, each the way to its place in the list. */
export function CourseStrip({ modules }: { readonly modules: readonly ModuleEntry[] }) {
  return (
    <nav aria-label="Modules, and how far you are">
      <ol className={styles.strip}>
        {modules.map((entry, index) => {
          const { done, all } = stepsOf(entry);
          return (
            <li key={entry.id}>
              <a
                href={`#${moduleAnchor(index)}`}
                title={entry.title}
                aria-label={`Module ${index + 1}, ${entry.title}: ${done} of ${all} steps`}
              >
                <span className={styles.column} data-whole={all > 0 && done === all ? '' : undefined}>
                  <span style={{ height: all > 0 ? `${(done / all) * 100}%` : 0 }} />
                </span>
                <span className={styles.number}>{index + 1}</span>
                <span className={styles.count}>
                  {done}/{all}
                </span>
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
