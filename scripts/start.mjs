/** `npm start`: from a fresh clone to a served app. Installs, builds, migrates only what is needed, then serves. */
import { addresses } from './lib/addresses.mjs';
import { buildIfNeeded } from './lib/build.mjs';
import { checkNode } from './lib/check-node.mjs';
import { installIfNeeded } from './lib/install.mjs';
import { readOptions } from './lib/options.mjs';
import { checkDataFolder, checkPort } from './lib/preflight.mjs';
import { prepareDatabase } from './lib/prepare.mjs';
import { runCommand } from './lib/report.mjs';
import { serve } from './lib/serve.mjs';

await runCommand(async () => {
  checkNode();
  const { port, dataDir, demo } = readOptions(process.argv.slice(2), process.env);
  const { DATABASE_URL, BASE_URL } = process.env;
  await checkPort(port);
  if (!DATABASE_URL) checkDataFolder(dataDir);

  await installIfNeeded();
  await buildIfNeeded();

  // The server reads its settings from the environment (server/env.ts), in this process and in the one that prepares.
  Object.assign(process.env, {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: String(port),
    DATA_DIR: dataDir,
  });
  const news = await prepareDatabase(process.env, demo);
  await serve(port);

  console.log(`Defensible is ready at ${addresses(port, BASE_URL).join(' and ')}`);
  if (news) console.log(`\n${news}\n`);
  console.log('Press Ctrl-C to stop.');
});
