import { getCourse } from '@/course/course';
import { type CaseCitations, toCaseCitation } from '@/schemas/case';

export const dynamic = 'force-dynamic';

/** What the record's editor offers to cite. Anybody may read it; it is fetched when somebody is about to cite. */
export async function GET(): Promise<Response> {
  const reply: CaseCitations = { cases: (await getCourse()).cases.map(toCaseCitation) };
  return Response.json(reply, { headers: { 'cache-control': 'private, max-age=300' } });
}
