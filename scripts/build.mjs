/** `npm run build`: the editor, the app and the compiled lessons, even where nothing changed; `npm start` then need not. */
import { buildAnew } from './lib/build.mjs';
import { checkNode } from './lib/check-node.mjs';
import { runCommand } from './lib/report.mjs';

await runCommand(async () => {
  checkNode();
  await buildAnew();
});
