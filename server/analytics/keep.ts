import 'server-only';

interface Kept<Value> {
  value: Promise<Value>;
  builtAt: number;
  /** How long it took; null while it is being built. */
  costMs: number | null;
  timer: NodeJS.Timeout;
  next: Promise<unknown> | null;
}

/** Cheaper ones are built anew for everybody who asks: a small cohort is never shown late. */
const ALWAYS_ANEW_MS = 250;
/** A dear one stands for ten times as long as it took, so that it takes at most a tenth of the thread. */
const STANDS = 10;
/** After that it is shown once more while the next is built; nobody sees one older than this. */
const OLDEST_MS = 10 * 60_000;

/**
 * Keeps what is dear to build (docs/decisions/031). Several people who ask at once wait for one building; `now` is
 * given, so that the rule can be tested without waiting.
 */
export class Keep<Value> {
  readonly #kept = new Map<string, Kept<Value>>();

  #build(key: string, build: () => Promise<Value>, now: () => number): Kept<Value> {
    const started = now();
    const timer = setTimeout(() => this.#kept.delete(key), OLDEST_MS);
    timer.unref();
    const kept: Kept<Value> = { value: build(), builtAt: started, costMs: null, timer, next: null };
    kept.value.then(
      () => {
        kept.costMs = now() - started;
        const before = this.#kept.get(key);
        if (before && before !== kept) clearTimeout(before.timer);
        this.#kept.set(key, kept);
      },
      () => {
        clearTimeout(timer);
        if (this.#kept.get(key) === kept) this.#kept.delete(key);
      },
    );
    return kept;
  }

  /** Whether there is one to be shown: built, and not only being built. */
  has(key: string): boolean {
    return (this.#kept.get(key)?.costMs ?? null) !== null;
  }

  /** The kept value where it may still be shown, else a new one. */
  get(key: string, build: () => Promise<Value>, now: () => number = Date.now): Promise<Value> {
    const kept = this.#kept.get(key);
    if (kept && kept.costMs === null) return kept.value;
    if (!kept || kept.costMs === null || kept.costMs < ALWAYS_ANEW_MS || now() - kept.builtAt > OLDEST_MS) {
      const fresh = this.#build(key, build, now);
      this.#kept.set(key, fresh);
      return fresh.value;
    }
    if (now() - kept.builtAt > STANDS * kept.costMs && !kept.next) {
      // After the answer has gone out: building holds this thread for a while.
      kept.next = new Promise((resolve) => setImmediate(resolve)).then(() => this.#build(key, build, now).value);
      kept.next.catch(() => {
        kept.next = null;
      });
    }
    return kept.value;
  }
}
