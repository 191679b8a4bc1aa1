/** serve-built.mjs --port N --data DIR: serves a build on a database that is migrated, as `npm start` does after preparing. */
import { readOptions } from '../../../scripts/lib/options.mjs';
import { serve } from '../../../scripts/lib/serve.mjs';

const { port, dataDir } = readOptions(process.argv.slice(2), process.env);
Object.assign(process.env, { NODE_ENV: 'production', PORT: String(port), DATA_DIR: dataDir });
await serve(port);
console.log('Press Ctrl-C to stop.');
