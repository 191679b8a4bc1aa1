import { expect, type Page } from 'playwright/test';

interface Watched {
  RAN: (which: number) => void;
  ran: number[];
  blocked: string[];
}

/** Notes from now on what runs that should not, and every report of the content security policy. */
export async function watchPage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watched = globalThis as unknown as Watched;
    Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
    watched.ran = [];
    watched.blocked = [];
    watched.RAN = (which) => void watched.ran.push(which);
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      watched.blocked.push(`${violatedDirective} ${blockedURI} ${sample}`),
    );
  });
  page.on('dialog', (dialog) => {
    throw new Error(`a dialog opened: ${dialog.message()}`);
  });
}

/** Nothing ran, nothing had to be blocked, and nothing of the markup became an element. */
export async function expectInert(page: Page, where: string): Promise<void> {
  const found = await page.evaluate(() => {
    const { ran, blocked } = globalThis as unknown as Watched;
    const elements = [...document.querySelectorAll('main *')].filter(
      (element) =>
        /^(script|iframe|base|meta|math|object|embed)$/i.test(element.tagName) ||
        [...element.attributes].some(
          ({ name, value }) => /^on/i.test(name) || /^\s*(javascript|data:text):?/i.test(value),
        ) ||
        element.getAttribute('src') === 'x',
    );
    return { ran, blocked, elements: elements.map(({ outerHTML }) => outerHTML.slice(0, 120)) };
  });
  expect(found, where).toEqual({ ran: [], blocked: [], elements: [] });
}
