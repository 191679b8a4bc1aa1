import type { DatabaseConnection, Driver } from 'kysely';
import type { WrapDriver } from '@/server/db/open-database';
import { WatchedDriver } from '@/server/db/watched-driver';

/** What the process died of. */
export class Death extends Error {
  override readonly name = 'Death';
}

/**
 * Makes a process "die" after a chosen statement, those that begin and end a transaction included: it and all
 * that follow fail until `revive`, as they would for a process that is gone. Only a rollback still reaches the database,
 * which makes one itself when a connection breaks.
 */
export class Faults {
  #left = Number.POSITIVE_INFINITY;
  #isDead = false;
  readonly #end: (statement: string) => void;

  /** `end` replaces the thrown Death: a script that really dies passes process.kill. */
  constructor(end?: (statement: string) => void) {
    this.#end =
      end ??
      ((statement) => {
        throw new Death(`died after ${statement}`);
      });
  }

  /**
   * Dies right after the `statement`-th statement from now on, counted from 1, of which nobody is told. What it leaves is
   * what a death before the next statement would leave, so no other moments are needed.
   */
  arm(statement: number): void {
    this.#left = statement;
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
