/**
 * How the commands speak to the person at the terminal: one line per thing that takes time, with what it usually
 * takes, a sign of life while it runs, and how long it took.
 */

/** A problem with a remedy. Its message is all that the person sees: no stack trace. */
export class Refusal extends Error {}

/** Runs the work between "X (usually …)" and "done in N s", with a sign of life every ten seconds. */
export async function step(title, usually, work) {
  const started = performance.now();
  const elapsed = () => `${Math.round((performance.now() - started) / 1000)} s`;
  console.log(`${title} (usually ${usually}) …`);
  const sign = setInterval(() => console.log(`  … still working, ${elapsed()}`), 10_000);
  try {
    const result = await work();
    console.log(`  done in ${elapsed()}`);
    return result;
  } finally {
    clearInterval(sign);
  }
}

/** Runs a command's main function; a Refusal becomes a sentence and exit code 1, anything else keeps its stack. */
export async function runCommand(main) {
  try {
    await main();
  } catch (problem) {
    console.error(problem instanceof Refusal ? `\n${problem.message}` : problem);
    process.exit(1);
  }
}
