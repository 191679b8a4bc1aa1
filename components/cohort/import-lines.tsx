'use client';

import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { Tag } from '@/components/ui/tag';
import { writeCsv } from '@/grader/csv/write-csv';
import type { RosterLine, RosterLineStatus } from '@/schemas/invite';
import styles from './cohort.module.css';

type Tone = 'met' | 'plain' | 'missing';

const WORDS: Readonly<Record<RosterLineStatus, readonly [string, Tone, string]>> = {
  new: ['New invitation', 'met', 'new'],
  again: ['New link', 'met', 'with a new link'],
  elsewhere: ['New invitation', 'met', 'also in another cohort'],
  'already-in': ['Already in', 'plain', 'in already'],
  withdrawn: ['Was taken out', 'plain', 'taken out earlier'],
  duplicate: ['Twice', 'plain', 'twice in the list'],
  'wrong-address': ['Not an e-mail address', 'missing', 'wrong addresses'],
  'unknown-role': ['Unknown role', 'missing', 'unknown roles'],
  formula: ['Formula', 'missing', 'formulas'],
  'wrong-name': ['Name too long', 'missing', 'wrong names'],
};
const MOST_SHOWN = 300;

interface ImportLinesProps {
  readonly lines: readonly RosterLine[];
  readonly isApplied: boolean;
}

/** What a list does, line by line; what needs a look stands first. After it was done, with the personal links. */
export function ImportLines({ lines, isApplied }: ImportLinesProps) {
  const isMistake = ({ status }: RosterLine) => WORDS[status][1] === 'missing';
  const sorted = lines.toSorted((one, other) => Number(isMistake(other)) - Number(isMistake(one)));
  const invited = lines.filter(({ url }) => url !== null);
  return (
    <section
      className={styles.form}
      style={{ maxWidth: 'none' }}
      aria-label={isApplied ? 'Invitations made' : 'What the list would do'}
    >
      <Counts lines={lines} isApplied={isApplied} />
      {isApplied && invited.length > 0 ? <Links invited={invited} /> : null}
      <DataTable
        caption={isApplied ? 'Each person with their own link, shown only now' : 'What would happen to each line'}
      >
        <thead>
          <tr>
            <th scope="col" data-numeric>
              Line
            </th>
            <th scope="col">Person</th>
            <th scope="col">Role</th>
            <th scope="col">{isApplied ? 'Link' : 'What happens'}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, MOST_SHOWN).map((line) => (
            <tr key={line.line}>
              <td data-numeric>{line.line}</td>
              <th scope="row">
                <span className={styles.name}>{line.email || '(empty)'}</span>
                <span className={styles.muted}>{line.name}</span>
              </th>
              <td>{line.role || 'learner'}</td>
              <td>
                {line.url === null ? (
                  <Tag tone={WORDS[line.status][1]}>{WORDS[line.status][0]}</Tag>
                ) : (
                  <span className={styles.mono}>{line.url}</span>
                )}
                {line.detail && line.url === null ? <span className={styles.muted}> {line.detail}</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {lines.length > MOST_SHOWN ? (
        <p className={styles.muted}>
          The first {MOST_SHOWN} of {lines.length} lines.{' '}
          {isApplied ? 'The file holds all of them.' : 'All are counted above.'}
        </p>
      ) : null}
    </section>
  );
}

function Counts({ lines, isApplied }: ImportLinesProps) {
  const kinds = (Object.keys(WORDS) as RosterLineStatus[])
    .map((status) => ({ status, count: lines.filter((line) => line.status === status).length }))
    .filter(({ count }) => count > 0);
  return (
    <div role="status">
      <p className={styles.name}>
        {isApplied
          ? 'Done: the links below are shown only now.'
          : `${lines.length === 1 ? '1 line' : `${lines.length} lines`} read.`}
      </p>
      <dl className={styles.counts}>
        {kinds.map(({ status, count }) => (
          <div key={status}>
            <dd>{count}</dd>
            <dt>{WORDS[status][2]}</dt>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Links({ invited }: { readonly invited: readonly RosterLine[] }) {
  const rows = [
    ['email', 'name', 'role', 'link'],
    ...invited.map(({ email, name, role, url }) => [email, name, role, url ?? '']),
  ];

  function download() {
    const address = URL.createObjectURL(new Blob([writeCsv(rows)], { type: 'text/csv' }));
    const anchor = Object.assign(document.createElement('a'), { href: address, download: 'invitations.csv' });
    anchor.click();
    URL.revokeObjectURL(address);
  }

  return (
    <div className={styles.actions}>
      <Button kind="primary" onClick={download}>
        Download the links
      </Button>
      <span className={styles.muted}>
        Send each person their own link: it works once, and only for the account with that address.
      </span>
    </div>
  );
}
