'use client';

import type * as Monaco from 'monaco-editor';
import { type RefObject, useEffect, useRef } from 'react';
import styles from './monaco.module.css';
import { MONACO_PATH } from './monaco-path';
import { readTheme } from './monaco-theme';

/** A stretch of text to mark, as offsets into the value, with the class that draws it. */
export interface EditorMark {
  readonly start: number;
  readonly end: number;
  readonly className: string;
}

/** Something that the editor offers to write at the caret. */
export interface Completion {
  readonly insert: string;
  /** What it is, beside the text to insert. */
  readonly name: string;
  /** A line about it. */
  readonly detail: string;
}

/** Decides from the line up to the caret what to offer; `typed` is how much of it is already there. */
export type Completer = (before: string) => Promise<{ typed: number; completions: readonly Completion[] }>;

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
  readonly completer?: Completer;
  readonly onReady?: () => void;
  readonly onFail?: () => void;
  /** Escape was pressed: the focus should go to a control outside the editor. */
  readonly onEscape?: () => void;
}

export type MonacoApi = typeof Monaco;
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
        if (latest.current.completer) disposers.push(offer(monaco, made, latest.current.completer));
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
    // Nothing is chosen until an arrow key chooses it: Enter stays a new line and Tab still leaves.
    quickSuggestions: { other: props.completer !== undefined, comments: false, strings: false },
    quickSuggestionsDelay: 60,
    suggestOnTriggerCharacters: false,
    suggest: { selectionMode: 'never', showIcons: false, shareSuggestSelections: false },
    fixedOverflowWidgets: true,
    suggestFontSize: 15,
    suggestLineHeight: 52, // two lines each, see monaco.module.css
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
    precondition: 'editorTextFocus && !findWidgetVisible && !suggestWidgetVisible',
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

/** Providers serve every editor of a page; this one answers for its own text only. */
function offer(monaco: MonacoApi, editor: Editor, complete: Completer): () => void {
  const provider = monaco.languages.registerCompletionItemProvider('markdown', {
    async provideCompletionItems(model, position) {
      if (model !== editor.getModel()) return null;
      const { lineNumber, column } = position;
      const { typed, completions } = await complete(model.getLineContent(lineNumber).slice(0, column - 1));
      const range = new monaco.Range(lineNumber, column - typed, lineNumber, column);
      return {
        suggestions: completions.map(({ insert, name, detail }) => ({
          label: { label: insert, detail: ` ${name}`, description: detail },
          kind: monaco.languages.CompletionItemKind.Reference,
          insertText: insert,
          range,
        })),
      };
    },
  });
  return () => provider.dispose();
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
export function followTheme(monaco: MonacoApi, element: HTMLElement): () => void {
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
