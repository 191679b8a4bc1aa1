'use client';

import { useEffect, useRef } from 'react';
import { followTheme, loadMonaco, type MonacoApi } from './monaco';
import styles from './monaco.module.css';

interface MonacoDiffProps {
  readonly before: string;
  readonly after: string;
  readonly isShown: boolean;
  readonly onReady: () => void;
  readonly onFail: () => void;
}

/** Two texts side by side in Monaco, read only; on a narrow page one in the other. The editor owns the DOM under `host`. */
export function MonacoDiff(props: MonacoDiffProps) {
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;

  // Monaco is outside React: loaded once from our static files, made again for another pair of texts, disposed with it.
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    let isGone = false;
    const disposers: (() => void)[] = [];
    loadMonaco().then(
      (monaco) => {
        if (isGone) return;
        disposers.push(followTheme(monaco, element), createDiff(monaco, element, props.before, props.after));
        latest.current.onReady();
      },
      () => latest.current.onFail(),
    );
    return () => {
      isGone = true;
      for (const dispose of disposers.reverse()) dispose();
    };
  }, [props.before, props.after]);

  return <div ref={host} className={styles.host} data-shown={props.isShown ? '' : undefined} />;
}

function createDiff(monaco: MonacoApi, element: HTMLElement, before: string, after: string): () => void {
  const type = getComputedStyle(element);
  const size = Number.parseFloat(type.fontSize);
  const editor = monaco.editor.createDiffEditor(element, {
    readOnly: true,
    originalEditable: false,
    originalAriaLabel: 'The earlier draft, read only. Tab leaves the editor.',
    modifiedAriaLabel: 'The later draft, read only. Tab leaves the editor.',
    accessibilitySupport: 'on',
    automaticLayout: true,
    renderSideBySide: true,
    useInlineViewWhenSpaceIsLimited: true,
    renderOverviewRuler: false,
    renderMarginRevertIcon: false,
    renderGutterMenu: false,
    wordWrap: 'on',
    diffWordWrap: 'on',
    wrappingStrategy: 'advanced',
    fontFamily: type.fontFamily,
    fontSize: size,
    lineHeight: Math.round(size * 1.55),
    lineNumbers: 'off',
    glyphMargin: false,
    folding: false,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    scrollbar: { alwaysConsumeMouseWheel: false, useShadows: false, verticalScrollbarSize: 10 },
    padding: { top: 16, bottom: 16 },
    matchBrackets: 'never',
    bracketPairColorization: { enabled: false },
    renderLineHighlight: 'none',
    occurrencesHighlight: 'off',
    unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false },
  });
  const original = monaco.editor.createModel(before, 'markdown');
  const modified = monaco.editor.createModel(after, 'markdown');
  editor.setModel({ original, modified });
  // A page of text must not trap the Tab key; the option is known to single editors only.
  for (const side of [editor.getOriginalEditor(), editor.getModifiedEditor()])
    side.updateOptions({ tabFocusMode: true });
  return () => {
    editor.dispose();
    original.dispose();
    modified.dispose();
  };
}
