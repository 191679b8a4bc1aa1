export const dynamic = 'force-dynamic';

/** The process answers. Touches nothing else, so that a slow database does not get a healthy process killed. */
export function GET(): Response {
  return Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } });
}
