import 'server-only';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { DatabaseProblem } from '../db/database-problem';
import { isProcessAlive } from '../process-alive';

/** Lines are joined to pieces of about this length: a call for each line would take longer than what is in it. */
const PIECE = 64 * 1024;
/** Twice as fast as the default, for files a tenth larger. */
const LEVEL = 3;

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? `${error.code}` : '');

/** A file that cannot be written or read, as a sentence. */
export function fileProblem(error: unknown, file: string): unknown {
  const sentences: Readonly<Record<string, string>> = {
    ENOSPC: `There is no space left for ${file}. Free some space on that disk or choose another place.`,
    EDQUOT: `This user may not store more at ${file}. Free some space there or choose another place.`,
    EACCES: `This user may not open ${file}. Give it permission, or choose another place.`,
    EPERM: `This user may not open ${file}. Give it permission, or choose another place.`,
    EROFS: `${file} is on a disk that can only be read. Choose another place.`,
    ENOENT: `There is no ${file}. Check its name and that its folder is there.`,
    EISDIR: `${file} is a folder. Name a file.`,
    Z_DATA_ERROR: `${file} is damaged, or is not a backup of this course. Take another one.`,
    ERR_ENCODING_INVALID_ENCODED_DATA: `${file} is damaged. Take another one.`,
    Z_BUF_ERROR: `${file} ends in the middle: it was cut off while it was written or copied. Take another one.`,
  };
  const sentence = sentences[codeOf(error)];
  return sentence === undefined ? error : new DatabaseProblem(sentence, { cause: error });
}

async function* inPieces(lines: AsyncIterable<string>, onPiece: (piece: string) => void, end: () => string) {
  let piece = '';
  for await (const line of lines) {
    piece += `${line}\n`;
    if (piece.length < PIECE) continue;
    onPiece(piece);
    yield piece;
    piece = '';
  }
  onPiece(piece);
  yield `${piece}${end()}\n`;
}

const partOf = (file: string): string => join(dirname(file), `.${basename(file)}.part-${process.pid}`);

/** What processes that were killed left half-written. */
function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = /^\..+\.part-(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !isProcessAlive(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  // Some systems flush no folders; the file itself is flushed everywhere.
  await handle.sync().catch((error: unknown) => {
    if (!statSync(path).isDirectory()) throw error;
  });
  await handle.close();
}

/**
 * Writes lines, compressed, to a file that is there whole or not at all: under another name until `check` has read it
 * back. `end` makes the last line out of the hash of all others. Readable by this user only.
 */
export async function writeLines(
  file: string,
  lines: AsyncIterable<string>,
  end: (sha256: string) => string,
  check: (part: string) => Promise<void>,
): Promise<{ readonly bytes: number }> {
  if (existsSync(file))
    throw new DatabaseProblem(`There is a file ${file} already, and a backup replaces none. Choose another name.`);
  const part = partOf(file);
  try {
    removeLeftovers(dirname(file));
    const hash = createHash('sha256');
    const pieces = inPieces(
      lines,
      (piece) => hash.update(piece),
      () => end(hash.digest('hex')),
    );
    await pipeline(
      Readable.from(pieces),
      createGzip({ level: LEVEL }),
      createWriteStream(part, { flags: 'wx', mode: 0o600 }),
    );
    await flush(part);
    await check(part);
    const { size } = statSync(part);
    renameSync(part, file);
    await flush(dirname(file));
    return { bytes: size };
  } catch (error) {
    rmSync(part, { force: true });
    throw fileProblem(error, file);
  }
}

/** The lines of a compressed file. Line feeds only: JSON leaves other separators of lines as they are. */
export async function* readLines(file: string): AsyncGenerator<string> {
  try {
    const stream = createReadStream(file);
    const text = stream.pipe(createGunzip());
    stream.once('error', (error) => text.destroy(error));
    let rest = '';
    const decoder = new TextDecoder('utf-8', { fatal: true });
    for await (const chunk of text) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    if (rest !== '') yield rest;
  } catch (error) {
    throw fileProblem(error, file);
  }
}
