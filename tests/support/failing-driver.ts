import type { DatabaseConnection, Driver } from 'kysely';
import type { WrapDriver } from '@/server/db/open-database';
import { WatchedDriver } from '@/server/db/watched-driver';

/** Before: the statement never reached the database. After: it was done, and nobody was told. */
export const MOMENTS = ['before', 'after'] as const;
export type Moment = (typeof MOMENTS)[number];

/** What the process died of. */
export class Death extends Error {
  override readonly name = 'Death';
}

/**
 * Makes a process "die" at a chosen statement, those that begin and end a transaction included: that statement and all
 * after it fail until `revive`, as they would for a process that is gone. Only a rollback still reaches the database,
 * which makes one itself when a connection breaks.
 */
export class Faults {
  #left = Number.POSITIVE_INFINITY;
  #moment: Moment = 'before';
  #isDead = false;
  readonly #end: (statement: string) => void;

  /** `end` replaces the thrown Death: a script that really dies passes process.kill. */
  constructor(end?: (statement: string) => void) {
    this.#end =
      end ??
      ((statement) => {
        throw new Death(`died ${this.#moment} ${statement}`);
      });
  }

  /** Dies at the `statement`-th statement from now on, counted from 1. */
  arm(statement: number, moment: Moment): void {
    this.#left = statement;
    this.#moment = moment;
  }

  /** Whether it had died, and lives again. */
  revive(): boolean {
    const hadDied = this.#isDead;
    this.#left = Number.POSITIVE_INFINITY;
    this.#isDead = false;
    return hadDied;
  }

  async run<Result>(statement: string, execute: () => Promise<Result>): Promise<Result> {
    if (statement === 'rollback') return execute();
    if (this.#isDead) throw new Death(`dead at ${statement}`);
    this.#left -= 1;
    if (this.#left > 0) return execute();
    this.#isDead = true;
    if (this.#moment === 'before') this.#end(statement);
    const result = await execute();
    // A dead process has no transaction open, and Kysely only undoes one that it saw begin: it dies at the next statement.
    if (statement !== 'begin') this.#end(statement);
    return result;
  }

  readonly wrap: WrapDriver = (driver) => new FailingDriver(driver, this);
}

class FailingDriver extends WatchedDriver {
  readonly #faults: Faults;

  constructor(inner: Driver, faults: Faults) {
    super(inner);
    this.#faults = faults;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    const { executeQuery } = connection;
    connection.executeQuery = (query) => this.#faults.run(query.sql, () => executeQuery(query));
    return connection;
  }
}
