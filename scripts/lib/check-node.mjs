import { Refusal } from './report.mjs';

/** The oldest Node that the packages support; package.json says the same under "engines". */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Refusal(
    `This is Node ${process.versions.node}; Defensible needs Node 20.19 or newer. ` +
      'Install a current version from https://nodejs.org and run the command again.',
  );
}
