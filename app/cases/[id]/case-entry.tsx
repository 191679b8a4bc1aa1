import Link from 'next/link';
import { CONSTRAINT_WORD, caseBoundaryName } from '@/components/case/case-words';
import { DirectionMarks } from '@/components/case/direction-marks';
import { splitSources } from '@/components/case/source-entries';
import { limitOf, type PublicCase } from '@/schemas/case';
import { LinkedText } from './linked-text';
import styles from './page.module.css';

const isSource = ({ heading }: PublicCase['sections'][number]) => heading === 'Source';

/** The entry in its own order, the sources last. What they do not show stands out. */
export function CaseEntry({ entry }: { readonly entry: PublicCase }) {
  const limit = limitOf(entry);
  return (
    <>
      <Facts entry={entry} />
      {entry.sections
        .filter((section) => !isSource(section))
        .map((section) => (
          <section key={section.heading} className={section === limit ? styles.limit : undefined}>
            <h2>{section.heading}</h2>
            <p>
              <LinkedText text={section.text} />
            </p>
          </section>
        ))}
      {entry.sections.filter(isSource).map((section) => (
        <section key={section.heading}>
          <h2>Source, and how it was read</h2>
          <ul className={styles.sources}>
            {splitSources(section.text).map((source) => (
              <li key={source}>
                <LinkedText text={source} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** The three that a reader filters by, in the words of the case and in those of the library. */
function Facts({ entry }: { readonly entry: PublicCase }) {
  const { constraints, boundaries, directions } = entry.facets;
  return (
    <dl className={styles.facts}>
      <div>
        <dt>Decision</dt>
        <dd>
          {entry.decision}
          <span className={styles.kind}>
            <DirectionMarks directions={directions} />
          </span>
        </dd>
      </div>
      <div>
        <dt>Decided by</dt>
        <dd>
          {entry.decidingConstraint === '-' ? 'No decision is told here' : entry.decidingConstraint}
          <span className={styles.kind}>
            {constraints.map((constraint) => (
              <Link key={constraint} href={`/cases?constraint=${constraint}`} prefetch={false}>
                {CONSTRAINT_WORD[constraint]}
              </Link>
            ))}
          </span>
        </dd>
      </div>
      <div>
        <dt>Boundary</dt>
        <dd>
          {entry.boundary === '-' ? 'No boundary in this story' : entry.boundary}
          <span className={styles.kind}>
            {boundaries.map((boundary) => (
              <Link key={boundary} href={`/cases?boundary=${encodeURIComponent(boundary)}`} prefetch={false}>
                {caseBoundaryName(boundary)}
              </Link>
            ))}
          </span>
        </dd>
      </div>
    </dl>
  );
}
