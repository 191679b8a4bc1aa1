import Link from 'next/link';
import { CONSTRAINT_WORD } from '@/components/case/case-words';
import { DirectionMarks } from '@/components/case/direction-marks';
import { casePath } from '@/components/paths';
import type { PublicCase } from '@/schemas/case';
import styles from './cases.module.css';

interface CaseRowProps {
  readonly entry: PublicCase;
  /** In a line, what the figures do not show. */
  readonly limit: string;
}

export function CaseRow({ entry, limit }: CaseRowProps) {
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <h3>
          <Link href={casePath(entry.id)} prefetch={false}>
            <span className={styles.id}>{entry.id}</span> {entry.title}
          </Link>
        </h3>
        <p className={styles.kinds}>
          <DirectionMarks directions={entry.facets.directions} />
          <span>{entry.facets.constraints.map((constraint) => CONSTRAINT_WORD[constraint]).join(', ')}</span>
        </p>
      </div>
      <p className={styles.limit}>
        <b>Does not show:</b> {limit}
      </p>
    </li>
  );
}
