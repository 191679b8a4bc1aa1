import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp } from './app';

/** One app with an empty data folder for a whole end-to-end run. Tests read APP_URL and FIRST_INSTRUCTOR_LINK. */
export default async function setup(): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'defensible-e2e-'));
  const app = await startApp({ dataDir });
  process.env.APP_URL = app.baseURL;
  process.env.FIRST_INSTRUCTOR_LINK = app.firstInstructorLink ?? '';
  return async () => {
    await app.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
