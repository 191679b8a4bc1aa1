import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type App, startApp } from './app';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built app that this run attacks; it starts with an empty data folder. */
    appUrl: string;
    /** The one-time link that makes the first instructor, and the data folder, where log and database lie. */
    firstInstructorLink: string;
    appDataDir: string;
  }
}

let app: App | undefined;
let dataDir: string | undefined;

/** The built app, in a process of its own, for all attack tests of a run: what is attacked is what is served. */
export async function setup(project: TestProject): Promise<void> {
  dataDir = mkdtempSync(join(tmpdir(), 'defensible-attack-'));
  app = await startApp({ dataDir });
  project.provide('appUrl', app.baseURL);
  project.provide('firstInstructorLink', app.firstInstructorLink ?? '');
  project.provide('appDataDir', dataDir);
}

export async function teardown(): Promise<void> {
  await app?.stop();
  if (dataDir) rmSync(dataDir, { recursive: true, force: true });
}
