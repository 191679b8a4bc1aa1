import { type ReactNode, useRef } from 'react';
import { Button } from '@/components/ui/button';
import styles from './studio.module.css';

interface EntryListProps<Entry> {
  readonly id?: string;
  readonly title: string;
  readonly hint: string;
  /** What one entry is called: "option". */
  readonly noun: string;
  readonly most: number;
  readonly entries: readonly Entry[];
  readonly empty: Entry;
  readonly onChange: (entries: Entry[]) => void;
  readonly children: (entry: Entry, change: (part: Partial<Entry>) => void) => ReactNode;
}

/** A list whose entries are added, changed and removed; the focus goes where the work goes on. */
export function EntryList<Entry>(props: EntryListProps<Entry>) {
  const { id, title, hint, noun, most, entries, empty, onChange, children } = props;
  const list = useRef<HTMLFieldSetElement>(null);
  // Entries have no id of their own; they are edited in place, so the place names them.
  const numbered = entries.map((entry, at) => ({ entry, at, name: `${noun} ${at + 1}` }));

  function focusOn(selector: string) {
    // After React has changed the list.
    window.requestAnimationFrame(() => {
      const found = list.current?.querySelectorAll<HTMLElement>(selector);
      found?.item(found.length - 1)?.focus();
    });
  }

  return (
    <fieldset ref={list} id={id} className={styles.list}>
      <legend>{title}</legend>
      <p className={styles.hint}>{hint}</p>
      {numbered.map(({ entry, at, name }) => (
        <fieldset key={name} className={styles.entry}>
          <legend className={styles.entryName}>{name}</legend>
          {children(entry, (part) => onChange(entries.map((one, index) => (index === at ? { ...one, ...part } : one))))}
          <Button
            size="small"
            kind="quiet"
            onClick={() => {
              onChange(entries.filter((_, index) => index !== at));
              focusOn('[data-add]');
            }}
          >
            Remove {name}
          </Button>
        </fieldset>
      ))}
      <div>
        <Button
          data-add=""
          disabled={entries.length >= most}
          onClick={() => {
            onChange([...entries, empty]);
            focusOn('[data-entry-start] input, [data-entry-start] textarea');
          }}
        >
          {entries.length >= most ? `No more than ${most}` : `Add ${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`}
        </Button>
      </div>
    </fieldset>
  );
}
