/**
 * The editor for Markdown prose: the core, search, clipboard, undo, words, the way out of the Tab trap, and suggestions,
 * by which cases are cited. Comparing two texts comes with the core. Left out on purpose: hovers, folding, command palette;
 * prose needs none of them.
 */
import * as monaco from 'monaco-editor/editor';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/cursorUndo/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/placeholderText/register';
import 'monaco-editor/features/readOnlyMessage/register';
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import 'monaco-editor/features/toggleTabFocusMode/register';
import 'monaco-editor/features/wordOperations/register';
import 'monaco-editor/languages/definitions/markdown/register';

// Workers lie beside this module, so the editor works under any address without configuration.
const folder = new URL('.', import.meta.url);
globalThis.MonacoEnvironment = { getWorker: () => new Worker(new URL('editor.worker.js', folder)) };

export { monaco };
