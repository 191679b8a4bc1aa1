/**
 * What each kind of incident meets on its way to production. Documents behind the cells: the Rust Reference, Rustonomicon
 * and standard library of 1.95, the Go specification, memory model, race detector page and net/http of 1.19, read in
 * November 2026; the lessons of module 4 cite them one by one.
 */
export type Place = 'rust' | 'go' | 'race' | 'raw';
export type Outcome = 'refused' | 'stopped' | 'passes';

export interface Cell {
  readonly outcome: Outcome;
  readonly reason: string;
}

export interface Incident {
  readonly id: string;
  readonly name: string;
  /** How often the invented log of the lesson has it. */
  readonly count: number;
  readonly cells: Readonly<Record<Place, Cell>>;
}

export const PLACES: readonly { readonly id: Place; readonly name: string }[] = [
  { id: 'rust', name: 'Safe Rust' },
  { id: 'go', name: 'Go' },
  // The word joiner keeps the flag on one line in a narrow head.
  { id: 'race', name: 'Go, tests with -\u2060race' },
  { id: 'raw', name: 'unsafe or cgo' },
];

const refused = (reason: string): Cell => ({ outcome: 'refused', reason });
const stopped = (reason: string): Cell => ({ outcome: 'stopped', reason });
const passes = (reason: string): Cell => ({ outcome: 'passes', reason });

/** The race detector watches memory accesses only, so most rows are the same with and without it. */
const goAlike = (cell: Cell) => ({
  go: cell,
  race: { ...cell, reason: 'As without it: the detector looks for unsynchronised memory access only.' },
});

export const INCIDENTS: readonly Incident[] = [
  {
    id: 'dangling',
    name: 'use after free',
    count: 0,
    cells: {
      rust: refused('No reference outlives its owner; the borrow checker refuses the program.'),
      ...goAlike(refused('Nothing is freed while something points to it. Stale copies remain possible.')),
      raw: passes('Whoever frees by hand can free too early. Nothing looks, unless a sanitiser is switched on.'),
    },
  },
  {
    id: 'bounds',
    name: 'index out of range',
    count: 2,
    cells: {
      rust: stopped('Every index is checked; a wrong one panics.'),
      ...goAlike(stopped('Every index is checked; a wrong one panics.')),
      raw: passes('Raw pointers, get_unchecked and C arrays carry no check.'),
    },
  },
  {
    id: 'nil',
    name: 'nil dereference',
    count: 3,
    cells: {
      rust: refused('A reference is never null. Absence is an Option, which has to be opened before use.'),
      ...goAlike(stopped('Panics where the value is used, which may be far from where it was lost.')),
      raw: passes('Undefined. Often a fault that ends the process; never a promise.'),
    },
  },
  {
    id: 'forced',
    name: 'error waved through',
    count: 2,
    cells: {
      rust: stopped('unwrap and expect panic on the error they were told would not come.'),
      ...goAlike(passes('With _ for the error the zero value travels on as if it were data.')),
      raw: passes('A C return code can be ignored without a word.'),
    },
  },
  {
    id: 'counter',
    name: 'data race, counter',
    count: 1,
    cells: {
      rust: refused('Two threads cannot hold the counter mutably; the types ask for an atomic or a lock.'),
      go: passes('Updates get lost. Nothing stops, and the figure is wrong.'),
      race: stopped('Reported, if a test runs both sides. Unrun paths stay unseen.'),
      raw: passes('Undefined behaviour in Rust and C alike.'),
    },
  },
  {
    id: 'map',
    name: 'data race, map',
    count: 1,
    cells: {
      rust: refused('A map shared without a lock does not compile.'),
      go: stopped('The runtime notices many of them and ends the whole process; recover cannot catch it.'),
      race: stopped('Reported, if a test runs both sides.'),
      raw: passes('Nothing checks.'),
    },
  },
  {
    id: 'torn',
    name: 'data race, interface',
    count: 1,
    cells: {
      rust: refused('A value of two words cannot be written by one thread while another reads it.'),
      go: passes('Type of one value, data of another: memory can be corrupted. A crash is luck.'),
      race: stopped('Reported, if a test runs both sides.'),
      raw: passes('Undefined behaviour.'),
    },
  },
  {
    id: 'order',
    name: 'race condition',
    count: 3,
    cells: {
      rust: passes('Check, then act, each step correctly locked: the compiler sees nothing wrong.'),
      ...goAlike(passes('Every access is synchronised, only the order is wrong.')),
      raw: passes('The same.'),
    },
  },
  {
    id: 'deadlock',
    name: 'deadlock',
    count: 1,
    cells: {
      rust: passes('Counts as safe. No lock order is checked.'),
      ...goAlike(passes('The runtime stops only when every goroutine sleeps; a server always has one awake.')),
      raw: passes('The same.'),
    },
  },
  {
    id: 'leak',
    name: 'leak',
    count: 3,
    cells: {
      rust: passes('Counts as safe: cycles of Rc, growing maps, tasks that nobody ends.'),
      ...goAlike(passes('A blocked goroutine and what it holds stay. Go 1.27 can list many of them, if you ask.')),
      raw: passes('And memory that is never freed on top.'),
    },
  },
  {
    id: 'wrap',
    name: 'integer wrap or cut',
    count: 1,
    cells: {
      rust: passes('Panics in debug builds, wraps in release unless you switch checks on; “as” always cuts.'),
      ...goAlike(passes('Wraps by specification; conversions cut.')),
      raw: passes('Signed overflow in C is undefined on top.'),
    },
  },
  {
    id: 'handler',
    name: 'panic in a request',
    count: 0,
    cells: {
      rust: stopped('Ends the thread or task. The rest lives, unless the build says panic = "abort".'),
      ...goAlike(stopped('net/http recovers in its handlers: one request fails.')),
      raw: stopped('A fault in C ends the process, with every request in it.'),
    },
  },
  {
    id: 'elsewhere',
    name: 'panic elsewhere',
    count: 1,
    cells: {
      rust: stopped('Ends one thread; others may find a poisoned lock, or nobody notices.'),
      ...goAlike(stopped('Ends the whole process, since nobody recovers in a goroutine of yours.')),
      raw: stopped('Ends the process.'),
    },
  },
  {
    id: 'lost',
    name: 'lost async work',
    count: 1,
    cells: {
      rust: passes('A dropped future stops at its last await; the rest never happens.'),
      ...goAlike(passes('When main returns, goroutines end where they are.')),
      raw: passes('The same.'),
    },
  },
  {
    id: 'case',
    name: 'forgotten case',
    count: 1,
    cells: {
      rust: refused('A match has to cover a new variant, unless somebody wrote a catch-all.'),
      ...goAlike(passes('A switch without the case does nothing; a linter can insist.')),
      raw: passes('A C switch falls through; an invalid value in a Rust enum is undefined.'),
    },
  },
  {
    id: 'logic',
    name: 'logic error',
    count: 3,
    cells: {
      rust: passes('The program does what it says. It says the wrong thing.'),
      ...goAlike(passes('The same.')),
      raw: passes('The same.'),
    },
  },
];
