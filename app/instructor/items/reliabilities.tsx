import styles from '@/components/analysis/analysis.module.css';
import { Figure } from '@/components/analysis/figure';
import { DataTable } from '@/components/ui/data-table';
import type { Course } from '@/schemas/course';
import type { ItemAnalysis } from '@/schemas/item-analysis';
import pageStyles from '../instructor.module.css';

/** How far the items of one quiz, or the criteria of one exercise, measure one thing; and what the figures mean. */
export function Reliabilities({ course, analysis }: { readonly course: Course; readonly analysis: ItemAnalysis }) {
  const rows = [
    ...analysis.quizzes.map(({ lessonId, n, alpha }) => ({
      ...{ id: lessonId, n, alpha },
      title: course.lessons.find(({ lesson }) => lesson.id === lessonId)?.lesson.title ?? lessonId,
    })),
    ...analysis.exercises.map(({ scenarioId, n, alpha }) => ({
      ...{ id: scenarioId, n, alpha },
      title: course.exercises.find(({ scenario }) => scenario.id === scenarioId)?.scenario.title ?? scenarioId,
    })),
  ].filter(({ n }) => n > 0);
  return (
    <section className={pageStyles.section} aria-labelledby="reliability-heading">
      <h2 id="reliability-heading">Reliability, and how to read these figures</h2>
      {rows.length > 0 ? (
        <details className={styles.more}>
          <summary>
            Reliability of {rows.length === 1 ? '1 quiz or exercise' : `${rows.length} quizzes and exercises`}
          </summary>
          <DataTable caption="KR-20 of quizzes, Cronbach’s alpha of exercises">
            <thead>
              <tr>
                <th scope="col">Quiz or exercise</th>
                <th scope="col" data-numeric>
                  People
                </th>
                <th scope="col" data-numeric>
                  Reliability
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id, title, n, alpha }) => (
                <tr key={id}>
                  <th scope="row">{title}</th>
                  <td data-numeric>{n}</td>
                  <td data-numeric>
                    <Figure estimate={alpha} style="coefficient" />
                  </td>
                </tr>
              ))}
            </tbody>
          </DataTable>
        </details>
      ) : null}
      <details className={styles.more}>
        <summary>How they are worked out</summary>
        <div className={pageStyles.note}>
          <p>
            <strong>Right</strong> is the share of people who were right, with Wilson’s 95 % interval (1927).{' '}
            <strong>Discrimination</strong> is the point-biserial correlation between being right here and the score on
            the other items of the quiz; the item itself is left out (Henrysson 1963), the interval is Fisher’s (1921).
            For criteria it is the same with points. <strong>Fifths</strong> are made of that rest score; people with
            one score stay together. <strong>Reliability</strong> is KR-20 (1937), and for exercises Cronbach’s alpha
            (1951): a quiz of five to eight items rarely reaches 0.6, so hold it against other quizzes, not against an
            examination. <strong>Time</strong> runs from the answer before; gaps of more than 15 minutes are left out.
          </p>
          <p>
            A share needs 10 people, a correlation or a reliability 30, a curve 50. Below that the page says “too few”
            and gives no number. An item is called a problem only where its whole interval lies on the wrong side.
          </p>
          <p>Figures are of the wording in the course today. An edited item starts anew, and its page compares both.</p>
        </div>
      </details>
    </section>
  );
}
