import 'server-only';

/** The database cannot be used. `message` is a sentence that names the thing and the remedy. */
export class DatabaseProblem extends Error {
  override readonly name = 'DatabaseProblem';
}

const remedies: readonly { readonly match: RegExp; readonly say: (file: string) => string }[] = [
  {
    match: /SQLITE_NOTADB|SQLITE_CORRUPT|not a database|malformed/i,
    say: (file) =>
      `The database file ${file} is damaged or is not a SQLite database. ` +
      'Move it away together with its -wal and -shm files, then run npm run restore -- --from BACKUP --data DIR, or start without it to begin empty.',
  },
  {
    match: /SQLITE_READONLY|readonly database|EROFS/i,
    say: (file) =>
      `The database file ${file} is read-only. Give this user write permission on the file and its folder, or set DATA_DIR to another folder.`,
  },
  {
    match: /EACCES|EPERM|permission denied/i,
    say: (file) =>
      `No permission to write ${file}. Give this user write permission on its folder, or set DATA_DIR to another folder.`,
  },
  {
    match: /ENOTDIR|EEXIST|ENOENT/i,
    say: (file) =>
      `The folder for ${file} cannot be made. Check that every part of its path is a folder, or set DATA_DIR to another folder.`,
  },
  {
    match: /SQLITE_CANTOPEN|unable to open|SQLITE_IOERR/i,
    say: (file) =>
      `The database file ${file} cannot be opened. Check that it is a file in a folder this user may write, or set DATA_DIR to another folder.`,
  },
  {
    match: /SQLITE_FULL|ENOSPC|disk is full/i,
    say: (file) => `There is no space left for ${file}. Free some space on that disk, then start again.`,
  },
  {
    match: /SQLITE_BUSY|database is locked/i,
    say: (file) => `Another program holds ${file}. Stop it (a database browser, a copy in progress), then start again.`,
  },
];

function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return `${'code' in error ? String(error.code) : ''} ${error.message}`;
}

/** A failure to open or read the SQLite file or its folder, as a sentence; anything unknown is handed back as it was. */
export function sqliteProblem(error: unknown, file: string): unknown {
  const text = textOf(error);
  const known = remedies.find((remedy) => remedy.match.test(text));
  return known ? new DatabaseProblem(known.say(file), { cause: error }) : error;
}

/** A failure to reach PostgreSQL, as a sentence that names the server but not the password. */
export function postgresProblem(error: unknown, url: string): unknown {
  const { host, pathname } = new URL(url);
  const text = textOf(error);
  if (/ECONNREFUSED|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|EAI_AGAIN/.test(text))
    return new DatabaseProblem(`No PostgreSQL answers at ${host}. Start it or correct DATABASE_URL.`, { cause: error });
  if (/28P01|28000|password authentication/.test(text))
    return new DatabaseProblem(
      `PostgreSQL at ${host} refuses the user or the password in DATABASE_URL. Correct them.`,
      { cause: error },
    );
  if (/3D000/.test(text))
    return new DatabaseProblem(
      `PostgreSQL at ${host} has no database ${pathname.slice(1)}. Create it or correct DATABASE_URL.`,
      { cause: error },
    );
  if (/42501/.test(text))
    return new DatabaseProblem(
      `The PostgreSQL user may not create tables in ${pathname.slice(1)} at ${host}. Grant it CREATE on the schema.`,
      { cause: error },
    );
  return error;
}
