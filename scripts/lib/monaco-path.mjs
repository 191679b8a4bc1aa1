import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/**
 * The address under which the editor's files are served, such as /monaco/0.57.0-1f3a9c20. It names the Monaco version
 * and the content of scripts/monaco/ and of the build script, so that a browser may keep the files for ever.
 */
export function monacoPath() {
  const monaco = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).dependencies['monaco-editor'];
  const folder = join(root, 'scripts/monaco');
  const hash = createHash('sha256').update(readFileSync(join(root, 'scripts/build-monaco.mjs')));
  for (const name of readdirSync(folder, { recursive: true }).map(String).sort()) {
    if (!/\.(ts|css)$/.test(name)) continue;
    hash.update(name).update(readFileSync(join(folder, name)));
  }
  return `/monaco/${monaco}-${hash.digest('hex').slice(0, 8)}`;
}
