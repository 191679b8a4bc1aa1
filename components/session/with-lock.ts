const queues = new Map<string, Promise<unknown>>();

/**
 * Runs one task at a time per name. Web Locks hold across tabs but exist only on https and localhost;
 * on plain http in a LAN the queue of this tab is the best there is.
 */
export function withLock<Value>(name: string, task: () => Promise<Value>): Promise<Value> {
  if (typeof navigator !== 'undefined' && 'locks' in navigator && navigator.locks) {
    return navigator.locks.request(name, task);
  }
  const before = queues.get(name) ?? Promise.resolve();
  const mine = before.then(task, task);
  queues.set(name, mine);
  return mine;
}
