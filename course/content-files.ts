import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

export const CONTENT_FOLDERS = ['lessons', 'exercises', 'library'] as const;

/** Dot files, and the copies that editors keep while a file is open: `lesson.mdx~`, `#lesson.mdx#`, `4913`. */
const LEFT_LYING = /^[.#]|~$|^4913$|\.sw[a-p]$/;

/** One file of the content, by its path from the project's root with forward slashes. */
export interface ContentFile {
  readonly file: string;
  readonly text: string;
}

/** Every file under lessons/, exercises/ and library/, in one stable order; what editors and systems leave lying is skipped. */
export async function listContentFiles(root: string): Promise<string[]> {
  const lists = await Promise.all(CONTENT_FOLDERS.map((folder) => listFolder(root, folder)));
  return lists.flat().sort();
}

async function listFolder(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(path.join(root, folder), { withFileTypes: true }).catch(noneWhereAbsent);
  const lists = await Promise.all(
    entries
      .filter((entry) => !LEFT_LYING.test(entry.name))
      .map((entry) => {
        const file = `${folder}/${entry.name}`;
        return entry.isDirectory() ? listFolder(root, file) : [file];
      }),
  );
  return lists.flat();
}

function noneWhereAbsent(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return [];
  throw error;
}

export async function readContentFiles(root: string): Promise<ContentFile[]> {
  const files = await listContentFiles(root);
  return Promise.all(files.map(async (file) => ({ file, text: await readFile(path.join(root, file), 'utf8') })));
}

/** Changes when any file does: a hash over names and texts. */
export function contentHash(files: readonly ContentFile[]): string {
  const hash = createHash('sha256');
  for (const { file, text } of files) hash.update(`${file}\0${text}\0`);
  return hash.digest('hex');
}

/** Changes when a file appears, disappears or is saved; cheaper than reading, for the author's live reload. */
export async function contentFingerprint(root: string): Promise<string> {
  const files = await listContentFiles(root);
  const marks = await Promise.all(
    files.map(async (file) => {
      const seen = await stat(path.join(root, file)).catch(() => null);
      return seen ? `${file}:${seen.mtimeMs}:${seen.size}` : `${file}:gone`;
    }),
  );
  return marks.join('\n');
}
