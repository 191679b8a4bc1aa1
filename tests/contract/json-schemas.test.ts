import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { AUTHORED_FILES, JSON_SCHEMA_FOLDER, jsonSchemaFiles } from '@/course/json-schemas';
import { projectFiles, projectRoot, readProjectFile } from '../support/project-files';

const files = jsonSchemaFiles();

test('the files in schemas/json are the ones the schemas give now: npm run write:schemas writes them', () => {
  expect(readdirSync(join(projectRoot, JSON_SCHEMA_FOLDER)).sort()).toEqual(
    files.map(({ file }) => file.slice(JSON_SCHEMA_FOLDER.length + 1)).sort(),
  );
  for (const { file, text } of files) expect(readProjectFile(file)).toBe(text);
});

test('the editor’s settings name each schema with its files', () => {
  const settings = z
    .object({ 'yaml.schemas': z.record(z.string(), z.string()) })
    .parse(JSON.parse(readProjectFile('.vscode/settings.json')));
  expect(settings['yaml.schemas']).toEqual(
    Object.fromEntries(AUTHORED_FILES.map(({ name, files }) => [`./${JSON_SCHEMA_FOLDER}/${name}.schema.json`, files])),
  );
});

const asPattern = (glob: string) => new RegExp(`^${glob.replaceAll('.', '\\.').replaceAll('*', '[^/]+')}$`);

test('every YAML file of the content belongs to one of them, and satisfies it', () => {
  const authored = projectFiles().filter((file) => /^(lessons|exercises|library)\/.*\.yaml$/.test(file));
  expect(authored.length).toBeGreaterThan(300);
  for (const file of authored) {
    const found = AUTHORED_FILES.filter(({ files }) => asPattern(files).test(file));
    expect({ file, schemas: found.length }).toEqual({ file, schemas: 1 });
    const { error } = z.safeParse(found[0]?.schema ?? z.never(), parse(readProjectFile(file)));
    expect({ file, issues: error?.issues ?? [] }).toEqual({ file, issues: [] });
  }
});

test('an editor is told what a field means, refuses a misspelt key and lets defaults be left out', () => {
  const SchemaShape = z.object({
    additionalProperties: z.literal(false),
    required: z.array(z.string()),
    properties: z.record(z.string(), z.object({ description: z.string().optional() })),
  });
  const quiz = SchemaShape.parse(JSON.parse(files.find(({ file }) => file.endsWith('/quiz.schema.json'))?.text ?? ''));
  expect(quiz.required).toEqual(['lesson', 'items']);
  expect(quiz.properties.masteryScore?.description).toContain('counts as mastery');
});
