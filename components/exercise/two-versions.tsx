import type { Dispatch } from 'react';
import { Button } from '@/components/ui/button';
import { CHOICE_WORD } from '@/components/ui/language-mark';
import { LocalTime } from '@/components/ui/local-time';
import { Notice } from '@/components/ui/notice';
import type { PartialHandIn, PublicScenario } from '@/schemas/scenario';
import type { DraftEvent, DraftState } from './draft-machine';
import { countOwnWords } from './record-template';
import styles from './two-versions.module.css';

interface VersionsProps {
  readonly state: DraftState;
  readonly dispatch: Dispatch<DraftEvent>;
  readonly components: PublicScenario['components'];
}

/** The choice between two versions of the draft, while there is one to make. */
export function TwoVersions({ state, dispatch, components }: VersionsProps) {
  if (state.save.status !== 'conflict') return null;
  return (
    <div id="two-versions" className={styles.notice}>
      <Conflict mine={state.work} theirs={state.save.theirs.handIn} dispatch={dispatch} components={components} />
    </div>
  );
}

/** Newer work was found on this device when the page opened. */
export function RecoveredWork({ state, dispatch }: Pick<VersionsProps, 'state' | 'dispatch'>) {
  if (!state.recoveredOver || state.save.status === 'conflict') return null;
  return (
    <div className={styles.notice}>
      <Recovered dispatch={dispatch} />
    </div>
  );
}

interface ConflictProps extends Pick<VersionsProps, 'dispatch' | 'components'> {
  readonly mine: PartialHandIn;
  readonly theirs: PartialHandIn;
}

function Conflict({ mine, theirs, dispatch, components }: ConflictProps) {
  return (
    <Notice
      kind="caution"
      live="alert"
      title="This draft was changed somewhere else as well."
      actions={
        <>
          <Button kind="primary" size="small" onClick={() => dispatch({ type: 'mine-kept', now: Date.now() })}>
            Keep mine
          </Button>
          <Button size="small" onClick={() => dispatch({ type: 'theirs-taken', now: Date.now() })}>
            Take the other
          </Button>
        </>
      }
    >
      <p>
        Another tab or device saved a version that this page had not seen. Both are here, whole; choose which one to go
        on with. The other one stays available below the record.
      </p>
      <div className={styles.pair}>
        <Version title="Mine, on this page" handIn={mine} components={components} />
        <Version title="The other, already saved" handIn={theirs} components={components} />
      </div>
    </Notice>
  );
}

function Version({
  title,
  handIn,
  components,
}: { readonly title: string; readonly handIn: PartialHandIn } & Pick<VersionsProps, 'components'>) {
  return (
    <section className={styles.version} aria-label={title}>
      <h3>
        {title} <span>{countOwnWords(handIn.explanation)} words</span>
      </h3>
      <p className={styles.picks}>
        {components.map(({ id, name }) => {
          const choice = handIn.choices[id];
          return <span key={id}>{`${name}: ${choice ? CHOICE_WORD[choice] : 'open'}`}</span>;
        })}
        <span>Boundary: {handIn.boundary ?? 'open'}</span>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={styles.text} tabIndex={0} aria-label={`Text of: ${title}`}>
        {handIn.explanation || 'No text.'}
      </section>
    </section>
  );
}

function Recovered({ dispatch }: Pick<VersionsProps, 'dispatch'>) {
  return (
    <Notice
      kind="note"
      live="status"
      title="Newer work was found on this device and is on the page again."
      actions={
        <>
          <Button size="small" onClick={() => dispatch({ type: 'recovery-kept' })}>
            Go on with it
          </Button>
          <Button kind="quiet" size="small" onClick={() => dispatch({ type: 'recovery-undone', now: Date.now() })}>
            Show what was saved before instead
          </Button>
        </>
      }
    >
      <p>It had not reached the server when this page was last closed.</p>
    </Notice>
  );
}

/** Versions that lost a choice, so that no choice loses a text. */
export function SetAsideList({ state, dispatch }: Pick<VersionsProps, 'state' | 'dispatch'>) {
  if (state.setAside.length === 0) return null;
  return (
    <details className={styles.aside}>
      <summary>{state.setAside.length === 1 ? 'One version' : `${state.setAside.length} versions`} set aside</summary>
      <ul>
        {state.setAside.map((item, index) => (
          <li key={item.at}>
            <span>
              <LocalTime at={item.at} />,{' '}
              {item.origin === 'elsewhere' ? 'from another tab or device' : 'from this page'},{' '}
              {countOwnWords(item.handIn.explanation)} words: “{item.handIn.explanation.trim().slice(0, 80)}…”
            </span>
            <Button
              size="small"
              disabled={state.save.status === 'conflict'}
              onClick={() => dispatch({ type: 'set-aside-restored', index, now: Date.now() })}
            >
              Swap with what is on the page
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
