import Link from 'next/link';
import { percent } from '@/components/result/readings';
import { DataTable } from '@/components/ui/data-table';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { RegradeLine, RegradeView } from '@/schemas/regrade';
import { HoldButton } from './hold-button';
import { LevelChanges } from './level-changes';
import { LINE_WORDS } from './regrade-words';
import styles from './regrades.module.css';

/** Who moves, from what to what, by how much, and the sentence that caused it. */
export function RegradeTable({ view }: { readonly view: RegradeView }) {
  return (
    <DataTable caption="Largest moves first" isStacked>
      <thead>
        <tr>
          <th scope="col">Draft</th>
          <th scope="col">Grade</th>
          <th scope="col" data-numeric>
            By
          </th>
          <th scope="col">Levels, and the sentence behind each</th>
          <th scope="col">{view.status === 'ready' ? 'Leave out?' : 'What became of it'}</th>
        </tr>
      </thead>
      <tbody>
        {view.lines.map((line) => (
          <tr key={line.submissionId}>
            <th scope="row" className={styles.draft}>
              <Link href={`/instructor/results/${line.submissionId}`} prefetch={false}>
                {line.name}, {line.scenarioId}, draft {line.number}
              </Link>
            </th>
            <td data-label="Grade">
              <span className={styles.move}>
                {percent(line.before)} <span aria-hidden="true">→</span>
                <VisuallyHidden> becomes </VisuallyHidden> {percent(line.after)}
              </span>
            </td>
            <td data-numeric data-label="By">
              {sayMove(line)}
            </td>
            <td>
              <LevelChanges changes={line.changes} />
            </td>
            <td>
              <Standing view={view} line={line} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function sayMove({ before, after }: RegradeLine): string {
  const points = Math.round((after - before) * 100);
  return points > 0 ? `+${points}` : points < 0 ? `−${Math.abs(points)}` : '0';
}

function Standing({ view, line }: { readonly view: RegradeView; readonly line: RegradeLine }) {
  if (view.status !== 'ready' || line.state !== 'graded') return LINE_WORDS[line.state];
  const { submissionId, isHeld, isConfirmed, isLower, name, number, scenarioId } = line;
  return (
    <>
      {isConfirmed ? <p className={styles.quote}>A person had confirmed this grade.</p> : null}
      {isLower && view.neverLowerOverall ? <p className={styles.quote}>Would fall, so it stays.</p> : null}
      <HoldButton
        regradeId={view.id}
        version={view.version}
        submissionId={submissionId}
        isHeld={isHeld}
        who={`${name}, ${scenarioId}, draft ${number}`}
      />
    </>
  );
}
