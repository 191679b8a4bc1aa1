import 'server-only';

/** One fictitious learner: how far, how well, since when. Names are made up. */
export interface DemoPerson {
  readonly name: string;
  readonly joinedDaysAgo: number;
  readonly lastSeenDaysAgo: number;
  /** Share of the open lessons that were read. */
  readonly reach: number;
  /** Share of items answered rightly at the first try. */
  readonly skill: number;
  /**
   * Hand-ins at the exercises of modules they finished: none, only a weak draft, two or three that miss the point at the first exercise,
   * a weak one and then a good one, good at once.
   */
  readonly records: 'none' | 'weak' | 'stuck' | 'failing' | 'improving' | 'good';
  /** Sure of everything, or goes over what they missed again and again. */
  readonly manner?: 'sure' | 'tries-again';
  /** Whether the next exercise lies half written. */
  readonly hasDraft: boolean;
}

/** Everything an instructor meets: the finished, the quick and careless, the stuck, the silent, the ones who never began. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  {
    name: 'Mara Lindholm',
    joinedDaysAgo: 41,
    lastSeenDaysAgo: 1,
    reach: 1,
    skill: 0.95,
    records: 'good',
    hasDraft: false,
  },
  {
    name: 'Tobias Okonkwo',
    joinedDaysAgo: 41,
    lastSeenDaysAgo: 2,
    reach: 1,
    skill: 0.85,
    records: 'improving',
    hasDraft: false,
  },
  {
    name: 'Priya Venkatesan',
    joinedDaysAgo: 40,
    lastSeenDaysAgo: 0,
    reach: 1,
    skill: 0.8,
    records: 'improving',
    hasDraft: true,
  },
  {
    name: 'Jonas Vestergaard',
    joinedDaysAgo: 40,
    lastSeenDaysAgo: 4,
    reach: 1,
    skill: 0.6,
    records: 'weak',
    hasDraft: true,
  },
  {
    name: 'Aiko Tanabe',
    joinedDaysAgo: 38,
    lastSeenDaysAgo: 3,
    reach: 0.7,
    skill: 0.9,
    records: 'good',
    hasDraft: true,
  },
  {
    name: 'Rafael Quintela',
    joinedDaysAgo: 38,
    lastSeenDaysAgo: 9,
    reach: 0.7,
    skill: 0.7,
    records: 'improving',
    hasDraft: false,
  },
  {
    name: 'Hannah Breuer',
    joinedDaysAgo: 35,
    lastSeenDaysAgo: 2,
    reach: 0.5,
    skill: 0.75,
    records: 'weak',
    hasDraft: true,
  },
  {
    name: 'Samir Haddadi',
    joinedDaysAgo: 33,
    lastSeenDaysAgo: 20,
    reach: 0.4,
    skill: 0.5,
    records: 'none',
    hasDraft: false,
  },
  {
    name: 'Chloe Marchetti',
    joinedDaysAgo: 30,
    lastSeenDaysAgo: 6,
    reach: 0.4,
    skill: 0.8,
    records: 'none',
    hasDraft: true,
  },
  {
    name: 'Oskar Nieminen',
    joinedDaysAgo: 21,
    lastSeenDaysAgo: 18,
    reach: 0.2,
    skill: 0.4,
    records: 'none',
    hasDraft: false,
  },
  {
    name: 'Lindiwe Mabaso',
    joinedDaysAgo: 12,
    lastSeenDaysAgo: 1,
    reach: 0.3,
    skill: 0.9,
    records: 'none',
    hasDraft: false,
  },
  {
    name: 'Victor Achterberg',
    joinedDaysAgo: 31,
    lastSeenDaysAgo: 1,
    reach: 0.5,
    skill: 0.5,
    records: 'weak',
    manner: 'sure',
    hasDraft: false,
  },
  {
    name: 'Salome Idowu',
    joinedDaysAgo: 28,
    lastSeenDaysAgo: 2,
    reach: 0.4,
    skill: 0.6,
    records: 'failing',
    hasDraft: true,
  },
  {
    name: 'Bence Halmos',
    joinedDaysAgo: 26,
    lastSeenDaysAgo: 3,
    reach: 0.25,
    skill: 0.55,
    records: 'stuck',
    manner: 'tries-again',
    hasDraft: false,
  },
  { name: 'Gareth Pryce', joinedDaysAgo: 9, lastSeenDaysAgo: 9, reach: 0, skill: 0, records: 'none', hasDraft: false },
];

/** A colleague who marks what waits: somebody has to have done it. Learns nothing, and is in no count of learners. */
export const DEMO_REVIEWER = { name: 'Noor Castellan', joinedDaysAgo: 41, lastSeenDaysAgo: 1 } as const;
