'use client';

import type * as Monaco from 'monaco-editor';
import { type RefObject, useEffect, useRef } from 'react';
import styles from './monaco.module.css';
import { MONACO_PATH } from './monaco-path';

/** A stretch of text to mark, as offsets into the value, with the class that draws it. */
export interface EditorMark {
  readonly start: number;
  readonly end: number;
  readonly className: string;
}

/** Where the caret stands, shared with the plain textarea so that changing editors keeps the place. */
export interface Caret {
  start: number;
  end: number;
}

interface MonacoEditorProps {
  readonly value: string;
  readonly label: string;
  readonly isShown: boolean;
  readonly onChange?: (value: string) => void;
  readonly caret?: RefObject<Caret>;
  readonly isReadOnly?: boolean;
  readonly marks?: readonly EditorMark[];
  readonly placeholder?: string;
  readonly onReady?: () => void;
  readonly onFail?: () => void;
  /** Escape was pressed: the focus should go to a control outside the editor. */
  readonly onEscape?: () => void;
}

type MonacoApi = typeof Monaco;
type Editor = Monaco.editor.IStandaloneCodeEditor;

/** Markdown prose in Monaco. The editor owns the DOM under `host`; React only mounts and disposes it. */
export function MonacoEditor(props: MonacoEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const pending = useRef<string[]>([]);
  const latest = useRef(props);
  latest.current = props;

  // Monaco is outside React: loaded once from our static files, mounted under `host`, disposed with it.
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    let isGone = false;
    const disposers: (() => void)[] = [];
    loadMonaco().then(
      (monaco) => {
        if (isGone) return;
        disposers.push(followTheme(monaco, element));
        const made = createEditor(monaco, element, latest.current);
        editor.current = made;
        disposers.push(
          () => made.getModel()?.dispose(),
          () => made.dispose(),
        );
        listen(monaco, made, latest, pending.current);
        latest.current.onReady?.();
      },
      () => latest.current.onFail?.(),
    );
    return () => {
      isGone = true;
      editor.current = null;
      for (const dispose of disposers.reverse()) dispose();
    };
  }, []);

  // The model holds its own copy of the text: brought in line when the text changes from outside the editor. A value
  // that the editor itself sent comes back a render later, when the person may have typed on: it must not overwrite.
  useEffect(() => {
    const sent = pending.current.indexOf(props.value);
    pending.current.splice(0, sent < 0 ? pending.current.length : sent + 1);
    const model = editor.current?.getModel();
    if (sent < 0 && model && model.getValue() !== props.value) model.setValue(props.value);
  }, [props.value]);

  // When the editor takes over from the textarea, or gives way to it, the caret and the focus move along.
  useEffect(() => {
    if (props.isShown && editor.current) takeOver(editor.current, latest.current.caret?.current, host.current);
  }, [props.isShown]);

  return <div ref={host} className={styles.host} data-shown={props.isShown ? '' : undefined} />;
}

let loading: Promise<MonacoApi> | null = null;

/** Starts fetching the editor, once per page. A failed try may be repeated. */
export function loadMonaco(): Promise<MonacoApi> {
  loading ??= importMonaco().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function importMonaco(): Promise<MonacoApi> {
  // The bundle lies beside the application, not in it: neither bundler may follow this address.
  const script = import(/* webpackIgnore: true */ /* turbopackIgnore: true */ `${MONACO_PATH}/editor.js`);
  const [module] = await Promise.all([script, loadStyles()]);
  return module.monaco;
}

function loadStyles(): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = `${MONACO_PATH}/editor.css`;
    link.onload = () => resolve();
    link.onerror = () => reject(new Error('The style sheet of the editor did not load.'));
    document.head.append(link);
  });
}

function createEditor(monaco: MonacoApi, element: HTMLElement, props: MonacoEditorProps): Editor {
  const type = getComputedStyle(element);
  const model = monaco.editor.createModel(props.value, 'markdown');
  model.setEOL(monaco.editor.EndOfLineSequence.LF);
  return monaco.editor.create(element, {
    model,
    ariaLabel: props.label,
    accessibilitySupport: 'on',
    tabFocusMode: true,
    readOnly: props.isReadOnly ?? false,
    placeholder: props.placeholder ?? '',
    automaticLayout: true,
    wordWrap: 'on',
    wrappingStrategy: 'advanced',
    fontFamily: type.fontFamily,
    fontSize: Number.parseFloat(type.fontSize),
    lineHeight: Math.round(Number.parseFloat(type.fontSize) * 1.55),
    padding: { top: 16, bottom: 16 },
    lineNumbers: 'off',
    glyphMargin: false,
    folding: false,
    lineDecorationsWidth: 20,
    lineNumbersMinChars: 0,
    minimap: { enabled: false },
    overviewRulerLanes: 0,
    overviewRulerBorder: false,
    hideCursorInOverviewRuler: true,
    renderLineHighlight: 'none',
    guides: { indentation: false },
    scrollBeyondLastLine: false,
    scrollbar: { alwaysConsumeMouseWheel: false, useShadows: false, verticalScrollbarSize: 10 },
    quickSuggestions: false,
    suggestOnTriggerCharacters: false,
    wordBasedSuggestions: 'off',
    autoClosingBrackets: 'never',
    autoClosingQuotes: 'never',
    matchBrackets: 'never',
    bracketPairColorization: { enabled: false },
    occurrencesHighlight: 'off',
    selectionHighlight: false,
    unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false },
    unusualLineTerminators: 'off',
  });
}

function listen(monaco: MonacoApi, editor: Editor, latest: RefObject<MonacoEditorProps>, pending: string[]): void {
  const model = editor.getModel();
  if (!model) return;
  editor.onDidChangeModelContent(({ isFlush }) => {
    if (isFlush) return; // setValue: the text came from outside, which knows it already
    pending.push(model.getValue());
    latest.current.onChange?.(model.getValue());
  });
  editor.onDidChangeCursorSelection(({ selection }) => {
    const { caret, isShown } = latest.current;
    if (!caret || !isShown) return;
    caret.current = {
      start: model.getOffsetAt(selection.getStartPosition()),
      end: model.getOffsetAt(selection.getEndPosition()),
    };
  });
  editor.addAction({
    id: 'defensible.leave',
    label: 'Leave the editor',
    keybindings: [monaco.KeyCode.Escape],
    precondition: 'editorTextFocus && !findWidgetVisible',
    run: () => latest.current.onEscape?.(),
  });
  const marks = latest.current.marks ?? [];
  editor.createDecorationsCollection(
    marks.map(({ start, end, className }) => ({
      range: monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end)),
      options: { inlineClassName: className },
    })),
  );
}

function takeOver(editor: Editor, caret: Caret | undefined, host: HTMLElement | null): void {
  const model = editor.getModel();
  if (!model || !caret) return;
  const start = model.getPositionAt(caret.start);
  const end = model.getPositionAt(caret.end);
  editor.setSelection({
    startLineNumber: start.lineNumber,
    startColumn: start.column,
    endLineNumber: end.lineNumber,
    endColumn: end.column,
  });
  editor.revealPositionInCenterIfOutsideViewport(end);
  // Only where the person was writing a moment ago; the editor never takes the focus from elsewhere.
  if (host?.parentElement?.dataset.writing !== undefined) editor.focus();
}

/** Keeps Monaco's colours those of the page, which follow the system or the reader's choice. */
function followTheme(monaco: MonacoApi, element: HTMLElement): () => void {
  const apply = () => {
    monaco.editor.defineTheme('defensible', readTheme(element));
    monaco.editor.setTheme('defensible');
  };
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const chosen = new MutationObserver(apply);
  chosen.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  system.addEventListener('change', apply);
  apply();
  return () => {
    chosen.disconnect();
    system.removeEventListener('change', apply);
  };
}

function readTheme(element: HTMLElement): Monaco.editor.IStandaloneThemeData {
  const token = colourReader(element);
  const ink = token('--ink');
  const muted = token('--ink-muted');
  const paper = token('--paper-raised');
  return {
    base: isDark(paper) ? 'vs-dark' : 'vs',
    inherit: false,
    rules: [
      { token: '', foreground: ink },
      { token: 'keyword', foreground: ink, fontStyle: 'bold' },
      { token: 'strong', foreground: ink, fontStyle: 'bold' },
      { token: 'emphasis', foreground: ink, fontStyle: 'italic' },
      { token: 'variable', foreground: token('--accent') },
      { token: 'string', foreground: muted },
      { token: 'comment', foreground: muted },
    ],
    colors: {
      'editor.background': paper,
      'editor.foreground': ink,
      'editorCursor.foreground': ink,
      'editor.selectionBackground': token('--mark'),
      'editor.inactiveSelectionBackground': token('--mark'),
      'editor.findMatchBackground': token('--mark'),
      'editor.findMatchHighlightBackground': token('--mark'),
      'editor.placeholder.foreground': muted,
      'editorWidget.background': token('--paper-sunk'),
      'editorWidget.foreground': ink,
      'input.background': paper,
      'input.foreground': ink,
      focusBorder: token('--focus'),
      'scrollbarSlider.background': token('--hairline'),
      'scrollbarSlider.hoverBackground': token('--hairline-strong'),
    },
  };
}

/** Monaco wants #rrggbb; tokens are light-dark() pairs, which only a drawn element resolves. */
function colourReader(element: HTMLElement): (name: string) => string {
  return (name) => {
    const probe = element.ownerDocument.createElement('span');
    probe.style.color = `var(${name})`;
    element.append(probe);
    const channels = getComputedStyle(probe).color.match(/\d+(\.\d+)?/g) ?? ['0', '0', '0'];
    probe.remove();
    return `#${channels
      .slice(0, 3)
      .map((channel) => Math.round(Number(channel)).toString(16).padStart(2, '0'))
      .join('')}`;
  };
}

const isDark = (hex: string) => Number.parseInt(hex.slice(1, 3), 16) < 128;
