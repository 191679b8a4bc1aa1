'use client';

import dynamic from 'next/dynamic';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { callApi } from '@/components/session/call-api';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import type { Preferences } from '@/schemas/roster';
import { caseCompleter } from './case-completer';
import { CiteCase } from './cite-case';
import { loadCitations } from './load-citations';
import { RECORD_TARGET } from './missing-parts';
import { notePaste } from './pastes';
import styles from './record-editor.module.css';
import { addHeadings, TEMPLATE } from './record-template';
import { useIsDesk } from './use-is-desk';

const MonacoEditor = dynamic(() => import('../monaco').then((module) => module.MonacoEditor), { ssr: false });

const CASES = caseCompleter(loadCitations);

/** idle: not asked for; wanted: on its way, the textarea works meanwhile; ready: it may take over; failed: it cannot. */
type Phase = 'idle' | 'wanted' | 'ready' | 'failed';

/** Monaco takes over only in a pause of this length, so that no keystroke falls between two editors. */
const QUIET_MS = 600;

interface RecordEditorProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly preferred: Preferences['editor'];
  /** Where this device counts what is pasted; both editors paste through this frame. */
  readonly pastesKey: string;
}

/** The record, in Monaco or in a plain textarea: one text, one caret, either editor one click away. */
export function RecordEditor({ value, onChange, preferred, pastesKey }: RecordEditorProps) {
  const isDesk = useIsDesk();
  const [choice, setChoice] = useState(preferred);
  const [phase, setPhase] = useState<Phase>('idle');
  const [isFocused, setFocused] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const plain = useRef<HTMLTextAreaElement>(null);
  const toggle = useRef<HTMLButtonElement>(null);
  const caret = useRef({ start: value.length, end: value.length });
  const lastKey = useRef(0);
  const lastCut = useRef('');
  const wantsMonaco = isDesk && choice === 'monaco' && phase !== 'failed';
  const isMonacoShown = wantsMonaco && phase === 'ready';
  const want = () => setPhase((now) => (now === 'idle' ? 'wanted' : now));
  useNearness(frame, wantsMonaco, want);

  function takeOverWhenQuiet() {
    const wait = QUIET_MS - (Date.now() - lastKey.current);
    if (wait > 0 && document.activeElement === plain.current) window.setTimeout(takeOverWhenQuiet, wait);
    else setPhase('ready');
  }

  function choose(next: Preferences['editor']) {
    setChoice(next);
    setPhase((now) => (next === 'monaco' && now !== 'ready' ? 'wanted' : now));
    void callApi('/api/preferences', { method: 'PUT', body: { editor: next } satisfies Partial<Preferences> });
  }

  /** Into the textarea itself first, so that the caret stays behind the number when the text comes back. */
  function cite(id: string) {
    const area = plain.current;
    if (!area) return;
    const { start, end } = caret.current;
    const isAfterWord = start > 0 && !/[\s(]$/.test(value.slice(0, start));
    area.setRangeText(isAfterWord ? ` ${id}` : id, start, end, 'end');
    area.focus();
    caret.current = { start: area.selectionStart, end: area.selectionEnd };
    onChange(area.value);
  }

  return (
    <div>
      <div className={styles.bar}>
        <Button size="small" kind="quiet" onClick={() => onChange(addHeadings(value))}>
          {value.trim() === '' ? 'Start with the headings' : 'Add missing headings'}
        </Button>
        <fieldset className={styles.switch}>
          <legend className={styles.hidden}>Editor for the record</legend>
          <button ref={toggle} type="button" aria-pressed={!wantsMonaco} onClick={() => choose('plain')}>
            Plain text
          </button>
          <button type="button" aria-pressed={wantsMonaco} onClick={() => choose('monaco')}>
            Editor
          </button>
        </fieldset>
      </div>
      <div
        ref={frame}
        className={styles.frame}
        data-writing={isFocused ? '' : undefined}
        onCutCapture={() => {
          lastCut.current = value;
        }}
        onPasteCapture={({ clipboardData }) =>
          notePaste(pastesKey, clipboardData.getData('text/plain'), value, lastCut.current)
        }
      >
        <textarea
          ref={plain}
          id={RECORD_TARGET}
          className={styles.plain}
          aria-label="Decision record"
          value={value}
          placeholder={TEMPLATE}
          maxLength={20_000}
          hidden={isMonacoShown}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={() => {
            lastKey.current = Date.now();
          }}
          onSelect={({ currentTarget }) => {
            caret.current = { start: currentTarget.selectionStart, end: currentTarget.selectionEnd };
          }}
          onFocus={() => {
            setFocused(true);
            if (wantsMonaco) want();
          }}
          onBlur={({ currentTarget }) => {
            caret.current = { start: currentTarget.selectionStart, end: currentTarget.selectionEnd };
            setFocused(isMonacoShown);
          }}
        />
        {wantsMonaco && phase !== 'idle' ? (
          <MonacoEditor
            value={value}
            onChange={onChange}
            label="Decision record. Tab leaves the editor, Escape goes to the editor buttons."
            placeholder={TEMPLATE}
            isShown={isMonacoShown}
            completer={CASES}
            caret={caret}
            onReady={takeOverWhenQuiet}
            onFail={() => setPhase('failed')}
            onEscape={() => toggle.current?.focus()}
          />
        ) : null}
      </div>
      {isMonacoShown ? null : <CiteCase onCite={cite} />}
      <EditorHint isMonacoShown={isMonacoShown} hasFailed={phase === 'failed' && choice === 'monaco' && isDesk} />
    </div>
  );
}

function EditorHint({ isMonacoShown, hasFailed }: { readonly isMonacoShown: boolean; readonly hasFailed: boolean }) {
  if (hasFailed) {
    return (
      <p className={styles.hint} role="status">
        The editor could not be loaded, so this is plain text. Nothing is missing from your record; “Editor” tries
        again.
      </p>
    );
  }
  return (
    <p className={styles.hint}>
      {isMonacoShown ? (
        <>
          <Kbd>Tab</Kbd> leaves the editor. <Kbd>Esc</Kbd> goes to the buttons above. <Kbd>C</Kbd> offers cases to cite:
          arrow keys choose, <Kbd>Enter</Kbd> takes.
        </>
      ) : (
        'Markdown is welcome: headings, lists, tables. Nobody grades the formatting.'
      )}
    </p>
  );
}

/** Scrolling near the record is intent enough for somebody who writes in Monaco. */
function useNearness(frame: RefObject<HTMLElement | null>, isWanted: boolean, onNear: () => void): void {
  const notify = useRef(onNear);
  notify.current = onNear;
  // The viewport is outside: the observer tells once, then goes.
  useEffect(() => {
    if (!isWanted || !frame.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) notify.current();
      },
      { rootMargin: '120px' },
    );
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, [isWanted, frame]);
}
