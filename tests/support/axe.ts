import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright/test';

type Found = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'];

const inLines = (found: Found) =>
  found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
  );

/**
 * What axe finds on the page, or inside one part of it. axe finds about half of what is wrong; the keyboard journey is
 * the other half.
 */
export async function violations(page: Page, part?: string): Promise<string[]> {
  const builder = new AxeBuilder({ page });
  return inLines((await (part === undefined ? builder : builder.include(part)).analyze()).violations);
}

/** Only what changes with the colours, on a page that `violations` has looked at. */
export async function colourViolations(page: Page): Promise<string[]> {
  return inLines((await new AxeBuilder({ page }).withRules(['color-contrast']).analyze()).violations);
}
