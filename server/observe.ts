import 'server-only';

/**
 * What the process that serves counts about itself (scripts/lib/metrics.mjs). It is made before Next is loaded; commands,
 * tests and the development server have none, and there nothing is counted. Next loads modules more than once, hence globalThis.
 */
type Labels = Readonly<Record<string, string | number>>;
type Sample = readonly [name: string, labels: Labels, value: number];

interface Observer {
  count(name: string, labels?: Labels): void;
  observe(name: string, labels: Labels, seconds: number): void;
  onScrape(look: () => Promise<readonly Sample[]>): void;
  noteActor(requestId: string, learnerId: string): void;
}

const slot = Symbol.for('defensible.observer');
const holder: typeof globalThis & { [slot]?: Observer } = globalThis;

/** Adds one to a counter. */
export const count = (name: string, labels: Labels = {}): void => holder[slot]?.count(name, labels);

/** Notes how long something took. */
export const observe = (name: string, seconds: number): void => holder[slot]?.observe(name, {}, seconds);

/** Whether anybody counts here, for what would cost something to measure. */
export const isObserved = (): boolean => holder[slot] !== undefined;

/** Adds figures that are looked up when somebody asks for them. */
export const onScrape = (look: () => Promise<readonly Sample[]>): void => holder[slot]?.onScrape(look);

/** Says in the line about a request whose it was: the id, by which support finds somebody, and nothing else. */
export const noteActor = (requestId: string, learnerId: string): void => holder[slot]?.noteActor(requestId, learnerId);
