import 'server-only';
import type { PeopleQuery, PeopleSort, StandingFilter } from '@/schemas/dashboard';
import type { DeskPerson, PeoplePage } from '@/schemas/dashboard-view';

export const PEOPLE_PAGE = 25;

/** By plain code units, as cursors are compared: no locale, so that a page never skips or repeats anybody. */
const compareText = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

const nameKey = ({ name, isGuest, learnerId }: DeskPerson) =>
  isGuest ? `\u{10ffff}guest ${learnerId.slice(-5)}` : name.toLowerCase();

/** After everybody who has a date; a number that survives being written into an address. */
const NO_DATE = Number.MAX_SAFE_INTEGER;

function keyOf(person: DeskPerson, sort: PeopleSort): string | number {
  switch (sort) {
    case 'name':
      return nameKey(person);
    case 'risk':
      return -person.weight;
    case 'due':
      return person.due.overdueSince ?? person.due.nextAt ?? NO_DATE;
    case 'seen':
      return -person.lastActiveAt;
    default:
      return sort satisfies never;
  }
}

function compareKeys(one: string | number, other: string | number): number {
  return typeof one === 'number' && typeof other === 'number' ? one - other : compareText(String(one), String(other));
}

type Cursor = readonly [string | number, string];

/** Where a page begins; null for an address that nobody here wrote: it is read as the first page. */
function readCursor(after: string, sort: PeopleSort): Cursor | null {
  const cut = after.lastIndexOf('~');
  if (cut < 0) return null;
  const key = after.slice(0, cut);
  const id = after.slice(cut + 1);
  if (sort === 'name') return [key, id];
  const number = Number(key);
  return key !== '' && Number.isFinite(number) ? [number, id] : null;
}

function isStanding(person: DeskPerson, standing: StandingFilter): boolean {
  switch (standing) {
    case 'all':
      return true;
    case 'at-risk':
      return person.weight > 0;
    case 'overdue':
      return person.due.overdue > 0;
    case 'due':
      return person.due.nextAt !== null;
    default:
      return person.standing === standing;
  }
}

/** Those whom a filter leaves. */
export function filterPeople(
  people: readonly DeskPerson[],
  { q, standing }: Pick<PeopleQuery, 'q' | 'standing'>,
): DeskPerson[] {
  const needle = q.trim().toLowerCase();
  return people.filter(
    (person) =>
      isStanding(person, standing) &&
      (needle === '' ||
        `${person.isGuest ? `guest ${person.learnerId.slice(-5)}` : person.name} ${person.email ?? ''}`
          .toLowerCase()
          .includes(needle)),
  );
}

/** Orders of a list that is kept: sorting ten thousand people anew for every page would take most of its time. */
const orders = new WeakMap<readonly DeskPerson[], Map<PeopleSort, readonly DeskPerson[]>>();

/** Everybody in one order; equals by id. Kept as long as the list is. */
export function sortPeople(people: readonly DeskPerson[], sort: PeopleSort): readonly DeskPerson[] {
  const known = orders.get(people) ?? new Map<PeopleSort, readonly DeskPerson[]>();
  orders.set(people, known);
  const sorted = known.get(sort) ?? makeOrder(people, sort);
  known.set(sort, sorted);
  return sorted;
}

function makeOrder(people: readonly DeskPerson[], sort: PeopleSort): readonly DeskPerson[] {
  const keyed = people.map((person) => ({ person, key: keyOf(person, sort) }));
  keyed.sort(
    (one, other) => compareKeys(one.key, other.key) || compareText(one.person.learnerId, other.person.learnerId),
  );
  return keyed.map(({ person }) => person);
}

/** One page: by the value and id of the last person before it, so that whoever joins meanwhile moves nobody to another page. */
export function pagePeople(people: readonly DeskPerson[], query: PeopleQuery, size = PEOPLE_PAGE): PeoplePage {
  const found = filterPeople(sortPeople(people, query.sort), query);
  const cursor = query.after === '' ? null : readCursor(query.after, query.sort);
  const rest = cursor
    ? found.filter((person) => {
        const order = compareKeys(keyOf(person, query.sort), cursor[0]);
        return order > 0 || (order === 0 && person.learnerId > cursor[1]);
      })
    : found;
  const page = rest.slice(0, size);
  const last = page.at(-1);
  const next = last && rest.length > size ? `${keyOf(last, query.sort)}~${last.learnerId}` : null;
  return { people: page, found: found.length, next };
}
