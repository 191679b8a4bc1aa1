import { type PeopleQuery, PeopleQuerySchema } from '@/schemas/dashboard';

export type SearchParams = Promise<Readonly<Record<string, string | string[] | undefined>>>;

/** What the address asks for; a part that means nothing is read as if it were not there. */
export async function readPeopleQuery(searchParams: SearchParams): Promise<PeopleQuery> {
  const given = await searchParams;
  const { shape } = PeopleQuerySchema;
  return {
    q: shape.q.catch('').parse(given.q),
    standing: shape.standing.catch('all').parse(given.standing),
    sort: shape.sort.catch('risk').parse(given.sort),
    after: shape.after.catch('').parse(given.after),
  };
}

/** The same view from another person on. */
export function peopleAddress(path: string, query: PeopleQuery, after: string): string {
  const params = new URLSearchParams();
  if (query.q !== '') params.set('q', query.q);
  if (query.standing !== 'all') params.set('standing', query.standing);
  if (query.sort !== 'risk') params.set('sort', query.sort);
  if (after !== '') params.set('after', after);
  const text = params.toString();
  return text === '' ? path : `${path}?${text}`;
}
