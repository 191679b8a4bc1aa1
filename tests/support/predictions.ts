import { type APIRequestContext, expect, type Page } from 'playwright/test';
import type { Hands } from './hands';

/** On the page after handing in: goes on to the result without marks of one's own. */
export async function skipPrediction(page: Page, hands?: Hands): Promise<void> {
  const skip = page.getByRole('button', { name: 'Skip this time' });
  await expect(skip).toBeVisible();
  await (hands ? hands.activate(skip) : skip.click());
  await expect(page.getByRole('heading', { level: 1, name: /your record, marked up/ })).toBeVisible();
}

/** The same without a page. */
export async function skipPredictionOf(request: APIRequestContext, submissionId: string): Promise<void> {
  const { origin } = new URL(process.env.APP_URL ?? '');
  const reply = await request.put(`/api/submissions/${submissionId}/prediction`, {
    data: { type: 'skipped' },
    headers: { origin },
  });
  expect(reply.status(), await reply.text()).toBe(200);
}
