import { checkReadiness } from '@/server/readiness';

export const dynamic = 'force-dynamic';

/** Whether this process can take work: database, migrations, disk, grading queue. */
export async function GET(): Promise<Response> {
  const readiness = await checkReadiness();
  const status = readiness.status === 'ok' ? 200 : 503;
  return Response.json(readiness, { status, headers: { 'cache-control': 'no-store' } });
}
