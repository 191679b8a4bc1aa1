/**
 * Bundles the editor into public/monaco/<version>-<hash>/, outside Next: it saves half a minute of every `next build`
 * and lets the editor arrive as static files that a browser keeps for ever.
 *
 * scripts/monaco/entry.ts        → editor.js (an ES module) and editor.css (with the icon font beside it)
 * scripts/monaco/*.worker.ts     → one classic worker script each, same folder
 *
 * What uses it: components/monaco.tsx. `MONACO_PATH` from components/monaco-path.ts is the folder's address, known at
 * build time, so no request is spent on finding it:
 * import `${MONACO_PATH}/editor.js` with the comments webpackIgnore and turbopackIgnore set to true, so that the bundler
 * leaves the call alone.
 * Workers find their folder by `new URL('.', import.meta.url)` inside entry.ts. After editing scripts/monaco/ run
 * `npm run build:monaco` and restart the dev server, because the address changes with the content.
 */
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { monacoPath } from './lib/monaco-path.mjs';
import { root } from './lib/root.mjs';

const target = join(root, 'public', monacoPath());

/**
 * Monaco measures where its suggestions fit from the top of the page, but against the height of the window: on a page that
 * is scrolled they land on the text or outside. Measured from the top of the window, they stand where there is room.
 */
const suggestionsInWindow = {
  name: 'suggestions-in-window',
  setup(build) {
    build.onLoad({ filter: /[\\/]suggestWidget\.js$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const measured = 'getDomNodePagePosition(this.editor.getDomNode())';
      if (source.split(measured).length !== 2) throw new Error(`${path} no longer holds ${measured} once`);
      return { contents: source.replace(measured, 'this.editor.getDomNode().getBoundingClientRect()'), loader: 'js' };
    });
  },
};

/** Monaco writes style blocks while it runs. With the nonce of the page on them no page has to allow others. */
const styleBlocksWithNonce = {
  name: 'style-blocks-with-nonce',
  setup(build) {
    build.onLoad({ filter: /[\\/]domStylesheets\.js$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const made = "style.type = 'text/css';";
      if (source.split(made).length !== 2) throw new Error(`${path} no longer holds ${made} once`);
      const nonce = "style.nonce = document.querySelector('script[nonce]')?.nonce ?? '';";
      return { contents: source.replace(made, `${made}${nonce}`), loader: 'js' };
    });
  },
};

/**
 * What the core carries and nothing here turns on, by file and by the one class that the rest of it names: the comparison of
 * many files at once, drawing on the graphics card (`experimentalGpuAcceleration`), and colours from tree-sitter grammars.
 * They are a twentieth of the editor. A class that a new version wants from such a file as well fails the bundling.
 */
const LEFT_OUT = {
  multiDiffEditorWidget: 'MultiDiffEditorWidget',
  viewGpuContext: 'ViewGpuContext',
  viewLinesGpu: 'ViewLinesGpu',
  rulersGpu: 'RulersGpu',
  gpuMark: 'GpuMarkOverlay',
  treeSitterSyntaxTokenBackend: 'TreeSitterSyntaxTokenBackend',
};

const withoutWhatNothingUses = {
  name: 'without-what-nothing-uses',
  setup(build) {
    const found = new Set();
    const filter = new RegExp(`[\\\\/](${Object.keys(LEFT_OUT).join('|')})\\.js$`);
    build.onLoad({ filter }, ({ path }) => {
      const file = basename(path, '.js');
      found.add(file);
      const refusal = `throw new Error('${LEFT_OUT[file]} was left out of this editor (scripts/build-monaco.mjs)')`;
      return { contents: `export class ${LEFT_OUT[file]} { constructor() { ${refusal}; } }`, loader: 'js' };
    });
    build.onEnd(() => {
      const missed = Object.keys(LEFT_OUT).filter((file) => !found.has(file));
      if (missed.length > 0)
        throw new Error(`the editor no longer holds ${missed.join(', ')}: leave them out of LEFT_OUT`);
    });
  },
};

if (!existsSync(join(target, 'editor.js'))) await bundle();

async function bundle() {
  const started = performance.now();
  const partial = `${target}.partial-${process.pid}`;
  const entries = join(root, 'scripts/monaco');
  const workers = readdirSync(entries).filter((name) => name.endsWith('.worker.ts'));
  const common = {
    absWorkingDir: root,
    bundle: true,
    minify: true,
    target: 'es2022',
    outdir: partial,
    loader: { '.ttf': 'file' },
    logLevel: 'warning',
    plugins: [suggestionsInWindow, styleBlocksWithNonce],
  };
  const plugins = [...common.plugins, withoutWhatNothingUses];
  await build({
    ...common,
    plugins,
    format: 'esm',
    splitting: true,
    entryPoints: { editor: join(entries, 'entry.ts') },
  });
  await build({ ...common, format: 'iife', entryPoints: workers.map((name) => join(entries, name)) });
  // A half-written folder must never be served, and older versions are not needed once a new one is there.
  rmSync(target, { recursive: true, force: true });
  renameSync(partial, target);
  for (const name of readdirSync(join(root, 'public/monaco'))) {
    if (!target.endsWith(name)) rmSync(join(root, 'public/monaco', name), { recursive: true, force: true });
  }
  console.log(`The editor was bundled in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}
