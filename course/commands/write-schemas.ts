import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { JSON_SCHEMA_FOLDER, jsonSchemaFiles } from '../json-schemas';
import { PROJECT_ROOT } from './project-root';

/** npm run write:schemas: schemas/json/, by which editors complete and check YAML files. Commit what changes. */
mkdirSync(path.join(PROJECT_ROOT, JSON_SCHEMA_FOLDER), { recursive: true });
const files = jsonSchemaFiles();
for (const { file, text } of files) writeFileSync(path.join(PROJECT_ROOT, file), text);
console.log(`Wrote ${files.length} files to ${JSON_SCHEMA_FOLDER}/.`);
