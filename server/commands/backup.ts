import { appVersion } from '../backup/app-version';
import { backupFile, chosenAddress, contentsOf, readWords, required, sizeOf } from '../backup/command-line';
import { writeBackup } from '../backup/write-backup';
import { openSource } from '../db/copy/source';
import { runCommand } from '../run-command';

const USAGE = 'npm run backup -- [--data DIR | postgres://…] --to FILE|DIR [--without-key]';

/** npm run backup: writes everything to one file, while the course runs. docs/operations.md */
await runCommand(async () => {
  const { flags, texts, words } = readWords(USAGE, ['without-key'], ['data', 'to']);
  const takenAt = new Date();
  const file = backupFile(required(texts.to, USAGE), takenAt);
  const source = await openSource(chosenAddress(texts.data, words), { alone: false });
  try {
    const written = await writeBackup(source, file, { app: appVersion(), takenAt, withoutKey: flags['without-key'] });
    const seconds = ((Date.now() - takenAt.getTime()) / 1_000).toFixed(1);
    console.log(
      `Backup written and read back: ${file} (${contentsOf(written.sums)}, ${sizeOf(written.bytes)}, ${seconds} s).`,
    );
    if (written.header.keyPrint !== null && !written.header.hasKey)
      console.log('The key that signs cookies is not in it: keep AUTH_SECRET somewhere else.');
    console.log('It holds what people wrote and how they sign in. Keep it where only you can read it.');
  } finally {
    await source.close();
  }
});
