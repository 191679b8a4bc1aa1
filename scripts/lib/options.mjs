import { isAbsolute, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Refusal } from './report.mjs';
import { root } from './root.mjs';

const usage = `npm start [-- --port N] [--data DIR] [--demo | --remove-demo]
  --port N       port to listen on (or PORT; default 3000)
  --data DIR     folder for the database file (or DATA_DIR; default data/ in the project)
  --demo         add a cohort of fictitious people with a history, marked as demo
  --remove-demo  take exactly that cohort away again
Environment only: DATABASE_URL (PostgreSQL instead of the file), BASE_URL (the address people use, behind a proxy)`;

/** Command line first, environment second, default last. A relative folder is relative to where the person stands. */
export function readOptions(args, env) {
  const { port, data, help, demo, 'remove-demo': removeDemo } = parse(args);
  if (help) {
    console.log(usage);
    process.exit(0);
  }
  if (demo && removeDemo) throw new Refusal('Give --demo or --remove-demo, not both.');
  return {
    port: parsePort(port ?? env.PORT ?? '3000'),
    dataDir: resolveFolder(data ?? env.DATA_DIR, env),
    demo: demo ? '--demo' : removeDemo ? '--remove-demo' : null,
  };
}

function parse(args) {
  const known = {
    port: { type: 'string' },
    data: { type: 'string' },
    demo: { type: 'boolean' },
    'remove-demo': { type: 'boolean' },
    help: { type: 'boolean' },
  };
  try {
    return parseArgs({ args, options: known }).values;
  } catch (problem) {
    const said = problem.message.split('. ')[0];
    throw new Refusal(`${said}. Known options:\n${usage}`);
  }
}

function parsePort(text) {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new Refusal(
    `The port must be a whole number from 1 to 65535, not "${text}". Example: npm start -- --port 3000`,
  );
}

function resolveFolder(folder, env) {
  if (!folder) return join(root, 'data');
  return isAbsolute(folder) ? folder : resolve(env.INIT_CWD ?? process.cwd(), folder);
}
