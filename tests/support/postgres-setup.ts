import type { TestProject } from 'vitest/node';
import { type Postgres, startPostgres } from './postgres';

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of this run's PostgreSQL; `createDatabase(inject('postgresUrl'))` makes an empty database. */
    postgresUrl: string;
  }
}

let postgres: Postgres | undefined;

/** One PostgreSQL for all integration tests of a run. */
export async function setup(project: TestProject): Promise<void> {
  postgres = await startPostgres();
  project.provide('postgresUrl', postgres.url);
}

export async function teardown(): Promise<void> {
  await postgres?.stop();
}
