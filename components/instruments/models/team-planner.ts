/** Times in months, shares 0 to 1. All people are expected values, so there are halves of them. */
export interface TeamInput {
  /** Posts, filled at the start; a leaver's post is always filled again. */
  readonly people: number;
  /** Who can review and be paged in the new language today. */
  readonly ready: number;
  /** How long a person learns beside somebody who is ready, per language. */
  readonly rampUp: number;
  readonly hiring: number;
  readonly leaversPerYear: number;
  /** Share of newcomers who know the new language already. */
  readonly fluentHires: number;
  /** Languages that whoever is paged must know; the team knows all but the new one. */
  readonly languages: number;
  readonly rota: number;
  /** A post's yearly cost in whatever unit the reader uses. */
  readonly salary: number;
}

export interface TeamPlan {
  /** Ready people at the end of each month, today first. */
  readonly ready: readonly number[];
  /** The first month from which the rota holds to the end of the plan; null if there is none. */
  readonly months: number | null;
  /** Where the number of ready people settles in the long run. */
  readonly settled: number;
  /** Posts that the rota would need in the long run. */
  readonly needed: number;
  /** What learning costs over the first twelve months, in the unit of the salary. */
  readonly learningCost: number;
  /** Reviews a week for each ready person, today and after twelve months. */
  readonly reviews: readonly [number, number];
}

/** Assumptions of ours, stated in the instrument. */
export const PLAN = { months: 36, learnersEach: 2, aloneFactor: 3, learningOutput: 0.5, changesPerWeek: 4 } as const;

interface Cohort {
  readonly people: number;
  readonly left: number;
}

/**
 * Posts for each person who is ready, in the long run. Little's law twice: open posts = leavers a month · months a post
 * stays open, and learners = leavers a month · months of learning, counted per person on the staff and per person ready.
 */
function postsPerReady({ leaversPerYear, hiring, rampUp, languages, fluentHires }: TeamInput): number {
  const leavers = leaversPerYear / 12;
  return (1 + leavers * hiring) * (1 + leavers * rampUp * (languages - fluentHires));
}

/** Where the course settles, as long as there is always somebody to learn from. */
export function settledReady(input: TeamInput): number {
  return input.people / postsPerReady(input);
}

/** One month: people leave, posts are filled, those who find a place beside somebody ready learn. */
export function computePlan(input: TeamInput): TeamPlan {
  let ready = Math.min(input.ready, input.people);
  let waiting: Cohort[] = [{ people: input.people - ready, left: input.rampUp }];
  let learning: Cohort[] = [];
  const vacancies: number[] = [];
  const course = [ready];
  let learnt = 0;
  const stays = 1 - input.leaversPerYear / 12;
  for (let month = 1; month <= PLAN.months; month++) {
    const staff = ready + sum(waiting) + sum(learning);
    vacancies.push(staff * (1 - stays));
    ready *= stays;
    waiting = scale(waiting, stays);
    learning = scale(learning, stays);
    const arrived = vacancies.length > input.hiring ? (vacancies.shift() ?? 0) : 0;
    waiting.push(...newcomers(arrived, input));
    const seats = Math.max(0, ready * PLAN.learnersEach - sum(learning));
    [learning, waiting] = seat(learning, waiting, seats);
    if (month <= 12) learnt += sum(learning) + sum(waiting);
    learning = learning.map(({ people, left }) => ({ people, left: left - 1 }));
    // Whoever finds nobody to learn from gets on alone, more slowly.
    waiting = waiting.map(({ people, left }) => ({ people, left: left - 1 / PLAN.aloneFactor }));
    const done = (cohort: Cohort) => cohort.left <= 1e-9;
    ready += sum(learning.filter(done)) + sum(waiting.filter(done));
    learning = learning.filter((cohort) => !done(cohort));
    waiting = waiting.filter((cohort) => !done(cohort));
    course.push(ready);
  }
  const changes = input.people * PLAN.changesPerWeek;
  return {
    ready: course,
    months: heldFrom(course, input.rota),
    settled: settledReady(input),
    needed: Math.ceil(input.rota * postsPerReady(input) - 1e-9),
    learningCost: (learnt / 12) * input.salary * (1 - PLAN.learningOutput),
    reviews: [changes / (course[0] ?? 0), changes / (course[12] ?? 0)],
  };
}

function newcomers(people: number, { fluentHires, rampUp, languages }: TeamInput): Cohort[] {
  const fluent = { people: people * fluentHires, left: rampUp * (languages - 1) };
  const others = { people: people * (1 - fluentHires), left: rampUp * languages };
  return [fluent, others].filter((cohort) => cohort.people > 0);
}

/** Fills the free places in the order in which people wait; a cohort that does not fit is divided. */
function seat(learning: readonly Cohort[], waiting: readonly Cohort[], seats: number): [Cohort[], Cohort[]] {
  const seated = [...learning];
  const rest: Cohort[] = [];
  let free = seats;
  for (const { people, left } of waiting) {
    const taken = Math.min(people, free);
    free -= taken;
    if (taken > 0) seated.push({ people: taken, left });
    if (people - taken > 1e-9) rest.push({ people: people - taken, left });
  }
  return [seated, rest];
}

const sum = (cohorts: readonly Cohort[]) => cohorts.reduce((total, { people }) => total + people, 0);
const scale = (cohorts: readonly Cohort[], factor: number) =>
  cohorts.map(({ people, left }) => ({ people: people * factor, left }));

function heldFrom(course: readonly number[], rota: number): number | null {
  const lastMiss = course.findLastIndex((ready) => ready < rota - 1e-9);
  return lastMiss === course.length - 1 ? null : lastMiss + 1;
}
