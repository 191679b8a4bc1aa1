import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Refusal } from './report.mjs';

/** Fails before anything slow happens if somebody else listens on the port. */
export async function checkPort(port) {
  const code = await new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (problem) => resolve(problem.code));
    probe.listen(port, () => probe.close(() => resolve(null)));
  });
  if (code === null) return;
  const reason = {
    EADDRINUSE: `Port ${port} is already in use, perhaps by another copy of this app. Stop that program`,
    EACCES: `Port ${port} may not be opened by this user; ports below 1024 often belong to the administrator. Take a higher one`,
  }[code];
  throw new Refusal(
    `${reason ?? `Port ${port} cannot be opened (${code}). Free it`}, or choose another: npm start -- --port ${port < 1024 ? 3000 : port + 1}`,
  );
}

/** Fails if the folder for the database file cannot be written. With PostgreSQL no folder is needed. */
export function checkDataFolder(folder) {
  const probe = join(folder, `.write-probe-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (problem) {
    throw new Refusal(
      `The data folder ${folder} cannot be written (${problem.code}). ` +
        'Give this user write permission, or choose another folder: npm start -- --data DIR',
    );
  }
}
