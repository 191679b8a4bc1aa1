import { DataTable } from '@/components/ui/data-table';
import { LevelGlyph } from '@/components/ui/level-mark';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { INCIDENTS, type Incident, type Outcome, PLACES, type Place } from './models/safety-incidents';
import { cellKey, type Guesses, type Log } from './models/safety-matrix';
import styles from './safety-grid.module.css';
import { OUTCOME_WORD } from './safety-words';

const LEVELS = { refused: 'full', stopped: 'half', passes: 'none' } as const satisfies Record<Outcome, string>;

interface SafetyGridProps {
  readonly guesses: Guesses;
  readonly log: Log;
  readonly selected: Incident;
}

/** Glyphs for the overview, words and reasons underneath for the row at hand. */
export function SafetyGrid({ guesses, log, selected }: SafetyGridProps) {
  return (
    <div className={styles.grid}>
      <DataTable caption="● ruled out · ◐ caught running · ○ passes · ? not predicted yet">
        <thead>
          <tr>
            <th scope="col">Incident</th>
            <th scope="col" data-numeric>
              Last year
            </th>
            {PLACES.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {INCIDENTS.map((incident) => (
            <tr key={incident.id} className={incident.id === selected.id ? styles.selected : undefined}>
              <th scope="row">{incident.name}</th>
              <td data-numeric>{log[incident.id] ?? 0}</td>
              {PLACES.map(({ id }) => (
                <td key={id}>
                  <GridCell incident={incident} place={id} guesses={guesses} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
      <Reasons incident={selected} guesses={guesses} />
    </div>
  );
}

interface CellProps {
  readonly incident: Incident;
  readonly place: Place;
  readonly guesses: Guesses;
}

function GridCell({ incident, place, guesses }: CellProps) {
  if (!(cellKey(incident.id, place) in guesses)) return <>?</>;
  const { outcome } = incident.cells[place];
  return (
    <span className={styles[outcome]}>
      <LevelGlyph level={LEVELS[outcome]} />
      <VisuallyHidden>{OUTCOME_WORD[outcome]}</VisuallyHidden>
    </span>
  );
}

function Reasons({ incident, guesses }: { readonly incident: Incident; readonly guesses: Guesses }) {
  const open = PLACES.filter(({ id }) => cellKey(incident.id, id) in guesses);
  if (open.length === 0) return <p className={styles.hint}>No cell of “{incident.name}” is open yet.</p>;
  return (
    <dl className={styles.reasons}>
      {open.map(({ id, name }) => {
        const { outcome, reason } = incident.cells[id];
        const said = guesses[cellKey(incident.id, id)];
        return (
          <div key={id}>
            <dt>
              {name}: {OUTCOME_WORD[outcome]}
            </dt>
            <dd>
              {reason} {said === outcome ? 'As you said.' : `You said: ${said ? OUTCOME_WORD[said] : ''}.`}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
