'use client';

import { useEffect, useRef, useState } from 'react';
import { callApi } from '@/components/session/call-api';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import type { ImportedDecision } from '@/grader/studio/adr/read-adr';
import { checkPasted, type FileText, readFile } from './read-file';
import styles from './studio.module.css';
import { useAddDecision } from './use-add-decision';

type Reading =
  | { readonly status: 'waiting' }
  | { readonly status: 'reading' }
  | { readonly status: 'problem'; readonly message: string }
  | { readonly status: 'read'; readonly imported: ImportedDecision };

/** Takes a decision record by file or by paste, shows what went where, and only then stores it. */
export function ImportDecision() {
  const [text, setText] = useState('');
  const [reading, setReading] = useState<Reading>({ status: 'waiting' });
  const file = useRef<HTMLInputElement>(null);

  async function read(found: FileText) {
    if (!found.ok) return setReading({ status: 'problem', message: found.message });
    setReading({ status: 'reading' });
    const result = await callApi<ImportedDecision>('/api/decision-imports', {
      method: 'POST',
      body: { text: found.text },
    });
    setReading(result.ok ? { status: 'read', imported: result.value } : { status: 'problem', message: result.message });
  }

  async function readChosen(chosen: File | undefined) {
    if (!chosen) return;
    await read(await readFile(chosen));
    // The same file may be chosen again once it is mended.
    if (file.current) file.current.value = '';
  }

  if (reading.status === 'read')
    return <Preview imported={reading.imported} onLeave={() => setReading({ status: 'waiting' })} />;
  return (
    <div className={styles.import}>
      <p>
        MADR 2 to 4 and Nygard records are understood, and headings like theirs. What has no field here goes to
        “Anything else”; nothing is dropped, and nothing is stored before you have seen where it went.
      </p>
      <Field label="A file" hint="Markdown or plain text (.md or .txt), UTF-8, up to 200 KB">
        {(control) => (
          <input
            {...control}
            ref={file}
            type="file"
            accept=".md,.markdown,.txt,text/markdown,text/plain"
            onChange={({ currentTarget }) => void readChosen(currentTarget.files?.[0])}
          />
        )}
      </Field>
      <Field label="Or paste the text">
        {(control) => (
          <textarea {...control} rows={5} value={text} onChange={({ currentTarget }) => setText(currentTarget.value)} />
        )}
      </Field>
      <div>
        <Button isBusy={reading.status === 'reading'} onClick={() => void read(checkPasted(text))}>
          Read the pasted text
        </Button>
      </div>
      {reading.status === 'problem' ? (
        <Notice kind="problem" live="alert" title="This cannot be imported.">
          <p>{reading.message}</p>
        </Notice>
      ) : null}
    </div>
  );
}

function Preview({ imported, onLeave }: { readonly imported: ImportedDecision; readonly onLeave: () => void }) {
  const { isAdding, problem, add } = useAddDecision();
  const heading = useRef<HTMLHeadingElement>(null);
  // Focus is outside React: the preview takes the place of the form that was operated.
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={styles.import} aria-labelledby="placed">
      <h3 id="placed" ref={heading} tabIndex={-1}>
        What went where: {imported.record.title || 'a decision without a title'}
      </h3>
      <ul className={styles.placed}>
        {imported.placed.map(({ heading: from, line, field, words }) => (
          <li key={`${line} ${from}`}>
            <span>
              Line {line}: <q>{from}</q>
            </span>
            <span>
              → {field}, {words === 1 ? '1 word' : `${words} words`}
            </span>
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button kind="primary" isBusy={isAdding} onClick={() => void add(imported.record)}>
          Save as a new decision
        </Button>
        <Button kind="quiet" onClick={onLeave}>
          Read another text
        </Button>
      </div>
      {problem ? (
        <Notice kind="problem" live="alert" title="It was not saved.">
          <p>{problem}</p>
        </Notice>
      ) : null}
    </section>
  );
}
