import 'server-only';

/** The worker of this process, where one runs. Next loads modules more than once, hence globalThis. */
const slot = Symbol.for('defensible.jobs-wake');
const holder: typeof globalThis & { [slot]?: () => void } = globalThis;

/** Says what `wakeJobs` does in this process. */
export function onWake(wake: () => void): void {
  holder[slot] = wake;
}

/** Lets the worker look at once, for what somebody waits for. Without a worker the job waits for one. */
export function wakeJobs(): void {
  holder[slot]?.();
}
