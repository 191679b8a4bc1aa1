import type { CaseCitation, CaseCitations } from '@/schemas/case';

let loading: Promise<readonly CaseCitation[]> | null = null;

/**
 * The cases to cite, fetched once per page and only when asked for. Not through callApi: nobody has to become a guest in
 * order to read a public list. A failed try may be repeated.
 */
export function loadCitations(): Promise<readonly CaseCitation[]> {
  loading ??= fetchCitations().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function fetchCitations(): Promise<readonly CaseCitation[]> {
  const response = await fetch('/api/cases', { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`The cases came with status ${response.status}.`);
  const { cases }: CaseCitations = await response.json();
  return cases;
}
