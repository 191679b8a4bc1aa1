import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely';
import { isBusy, isStorageFailure, noteStorageFailure } from './storage-failure';

/** How long another process's write to the SQLite file is waited for, and how often it is looked whether it ended. */
const BUSY_LIMIT_MS = 5_000;
const BUSY_PAUSE_MS = 25;

/**
 * Runs a statement, again while another process holds the file. SQLite's own waiting would stop the whole process: no
 * page, no health check, no draft of anybody.
 */
async function execute<Row>(connection: DatabaseConnection, query: CompiledQuery): Promise<QueryResult<Row>> {
  const until = performance.now() + BUSY_LIMIT_MS;
  for (;;) {
    try {
      return await connection.executeQuery<Row>(query);
    } catch (error) {
      if (isBusy(error) && performance.now() < until) await wait(BUSY_PAUSE_MS);
      else {
        if (isStorageFailure(error)) noteStorageFailure();
        throw error;
      }
    }
  }
}

/** Watches every statement of a driver, those that begin and end a transaction included. */
export class WatchedDriver implements Driver {
  readonly #inner: Driver;
  readonly #watched = new WeakMap<DatabaseConnection, DatabaseConnection>();

  constructor(inner: Driver) {
    this.#inner = inner;
  }

  async init(): Promise<void> {
    await noting(() => this.#inner.init());
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const inner = await noting(() => this.#inner.acquireConnection());
    const watched: DatabaseConnection = {
      executeQuery: (query) => execute(inner, query),
      streamQuery: (query, chunkSize) => inner.streamQuery(query, chunkSize),
    };
    this.#watched.set(watched, inner);
    return watched;
  }

  /** PostgreSQL's driver keeps its client in the connection, so what it begins and ends must be its own. */
  #own(watched: DatabaseConnection): DatabaseConnection {
    return this.#watched.get(watched) ?? watched;
  }

  beginTransaction(connection: DatabaseConnection, settings: Parameters<Driver['beginTransaction']>[1]): Promise<void> {
    return noting(() => this.#inner.beginTransaction(connection, settings));
  }

  commitTransaction(connection: DatabaseConnection): Promise<void> {
    return noting(() => this.#inner.commitTransaction(connection));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await this.#inner.rollbackTransaction(connection);
    } catch (error) {
      // A full disk makes SQLite end the transaction by itself; the failure that led here is the one to tell.
      if (!/no transaction is active/i.test(String(error))) throw error;
    }
  }

  releaseConnection(connection: DatabaseConnection): Promise<void> {
    return this.#inner.releaseConnection(this.#own(connection));
  }

  destroy(): Promise<void> {
    return this.#inner.destroy();
  }
}

async function noting<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (isStorageFailure(error)) noteStorageFailure();
    throw error;
  }
}
