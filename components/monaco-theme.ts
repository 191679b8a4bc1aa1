/** The page's colours as the editor wants them, read off a drawn element. */
export function readTheme(element: HTMLElement) {
  const token = colourReader(element);
  const ink = token('--ink');
  const muted = token('--ink-muted');
  const paper = token('--paper-raised');
  return {
    base: isDark(paper) ? ('vs-dark' as const) : ('vs' as const),
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
      'diffEditor.insertedTextBackground': `${token('--met')}26`,
      'diffEditor.insertedLineBackground': `${token('--met')}14`,
      'diffEditor.removedTextBackground': `${token('--missing')}26`,
      'diffEditor.removedLineBackground': `${token('--missing')}14`,
      'editorWidget.background': token('--paper-sunk'),
      'editorWidget.foreground': ink,
      'editorSuggestWidget.background': paper,
      'editorSuggestWidget.border': token('--hairline-strong'),
      'editorSuggestWidget.foreground': ink,
      'editorSuggestWidget.highlightForeground': token('--accent'),
      'editorSuggestWidget.focusHighlightForeground': token('--accent'),
      'editorSuggestWidget.selectedBackground': token('--accent-wash'),
      'editorSuggestWidget.selectedForeground': ink,
      'list.hoverBackground': token('--paper-sunk'),
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
