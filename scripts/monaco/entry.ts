import * as monaco from 'monaco-editor/editor';
import 'monaco-editor/features/register.all';
import 'monaco-editor/languages/definitions/markdown/register';

// Workers lie beside this module, so the editor works under any address without configuration.
const folder = new URL('.', import.meta.url);
globalThis.MonacoEnvironment = { getWorker: () => new Worker(new URL('editor.worker.js', folder)) };

export { monaco };
