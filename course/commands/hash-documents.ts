import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import names from '../prose/data/names.json';
import { documentHashes, joinHashes, RUN_WORDS } from '../prose/document-runs';
import { fromCaller, PROJECT_ROOT } from './project-root';

/**
 * npm run hash:documents -- FILE…: writes course/prose/data/documents.json, by which the prose check knows wording of
 * the two documents again without the documents being shipped. Run it when a document or names.json changes.
 */
const given = process.argv.slice(2);
if (given.length === 0) {
  console.error('Give the text files of the documents: npm run hash:documents -- a.txt b.txt');
  process.exit(2);
}
const hashes = documentHashes(
  given.map((file) => readFileSync(fromCaller(file), 'utf8')),
  names,
);
const about = `Hashes of every run of ${RUN_WORDS} words (lower case, no punctuation) of the two documents that the course judges: the first 40 bits of SHA-256, sorted, 10 hexadecimal digits each. Made by npm run hash:documents; titles in names.json are left out. The documents are not part of this project.`;
const target = path.join(PROJECT_ROOT, 'course/prose/data/documents.json');
writeFileSync(target, `${JSON.stringify({ about, count: hashes.length, hashes: joinHashes(hashes) }, null, 2)}\n`);
console.log(`${hashes.length} runs of ${RUN_WORDS} words, out of ${given.length} documents.`);
