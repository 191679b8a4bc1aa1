import Link from 'next/link';
import { casePath } from '@/components/paths';
import type { Case } from '@/schemas/case';
import styles from './page.module.css';

interface CaseNeighboursProps {
  readonly previous: Case | null;
  readonly next: Case | null;
}

/** The cases before and after in the library; at either end, the library itself. */
export function CaseNeighbours({ previous, next }: CaseNeighboursProps) {
  return (
    <nav className={styles.neighbours} aria-label="Other cases" data-print="hide">
      {previous ? (
        <Link href={casePath(previous.id)} rel="prev">
          <span>Before</span>
          <b>
            {previous.id} {previous.title}
          </b>
        </Link>
      ) : (
        <AllCases />
      )}
      {next ? (
        <Link href={casePath(next.id)} rel="next">
          <span>After</span>
          <b>
            {next.id} {next.title}
          </b>
        </Link>
      ) : (
        <AllCases />
      )}
    </nav>
  );
}

function AllCases() {
  return (
    <Link href="/cases">
      <span>Up</span>
      <b>All cases</b>
    </Link>
  );
}
