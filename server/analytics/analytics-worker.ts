import { constants, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { type DatabaseAddress, type OpenDatabase, openDatabase } from '../db/open-database';
import { VIEWS, type ViewName } from './views';

export interface AnalyticsJob {
  readonly id: number;
  readonly address: DatabaseAddress;
  readonly view: ViewName;
  readonly question: object;
}
export type AnalyticsReply =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string };

/**
 * On Linux a priority is that of one thread: this one gives way to the one that serves pages where there are fewer cores than
 * work. Elsewhere it would be that of the whole process.
 */
function giveWay(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Not allowed here: it counts all the same.
  }
}

let opened: { readonly key: string; readonly database: OpenDatabase } | null = null;

/** This thread's own connection, which can only read. */
function databaseAt(address: DatabaseAddress, key: string): OpenDatabase {
  if (opened?.key === key) return opened.database;
  void opened?.database.close();
  opened = { key, database: openDatabase({ ...address, isReadOnly: true }) };
  return opened.database;
}

async function answer({ id, address, view, question }: AnalyticsJob): Promise<AnalyticsReply> {
  try {
    const key = JSON.stringify(address);
    const run: (db: OpenDatabase['db'], asked: never) => Promise<unknown> = VIEWS[view];
    return { id, value: await run(databaseAt(address, key).db, { ...question, address: key } as never) };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** Bytes of a file change hands; everything else is copied, and is small. */
function bytesOf(reply: AnalyticsReply): ArrayBuffer[] {
  const value = 'value' in reply ? reply.value : null;
  const bytes = typeof value === 'object' && value !== null && 'bytes' in value ? value.bytes : null;
  return bytes instanceof Uint8Array && bytes.buffer instanceof ArrayBuffer ? [bytes.buffer] : [];
}

giveWay();
parentPort?.on(
  'message',
  (job: AnalyticsJob) => void answer(job).then((reply) => parentPort?.postMessage(reply, bytesOf(reply))),
);
parentPort?.postMessage('ready');
