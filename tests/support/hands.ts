import type { Locator, Page } from 'playwright/test';

/** One way of operating a page. The same journey is walked with each. */
export interface Hands {
  readonly name: string;
  activate(target: Locator): Promise<void>;
  /** Chooses one radio button or ticks one box. */
  choose(target: Locator): Promise<void>;
  write(target: Locator, text: string): Promise<void>;
}

export const mouse: Hands = {
  name: 'mouse',
  activate: (target) => target.click(),
  choose: (target) => target.check(),
  write: (target, text) => target.fill(text),
};

/** Tab, arrows, Space and Enter; nothing is ever clicked or focused by script. */
export const keyboard: Hands = {
  name: 'keyboard',
  async activate(target) {
    await tabTo(target);
    await target.page().keyboard.press('Enter');
  },
  async choose(target) {
    const page = target.page();
    if (await target.isChecked()) return;
    const isRadio = (await target.getAttribute('type')) === 'radio';
    if (!isRadio) {
      await tabTo(target);
      await page.keyboard.press('Space');
      return;
    }
    await tabTo(radioGroup(target, await target.getAttribute('name')));
    await page.keyboard.press('Space');
    for (let step = 0; step < 12 && !(await target.isChecked()); step += 1) await page.keyboard.press('ArrowDown');
    if (!(await target.isChecked())) throw new Error('arrow keys did not reach the radio button');
  },
  async write(target, text) {
    await tabTo(target);
    await target.page().keyboard.press('ControlOrMeta+a');
    await target.page().keyboard.insertText(text);
  },
};

const radioGroup = (target: Locator, name: string | null) =>
  target.page().locator(`input[type="radio"][name="${name}"]`);

const MOST_TABS = 250;

/** Presses Tab until one of the matches has the focus; fails where the keyboard cannot reach it. */
export async function tabTo(target: Locator): Promise<void> {
  const page = target.page();
  await target.first().waitFor({ state: 'attached' });
  for (let step = 0; step <= MOST_TABS; step += 1) {
    if (await hasFocus(target)) return assertRing(page);
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${target}`);
}

const hasFocus = (target: Locator) =>
  target.evaluateAll((elements) => elements.some((element) => element === document.activeElement));

/** A keyboard user must see where they are: an outline, a shadow or a border that :focus-visible draws somewhere near. */
async function assertRing(page: Page): Promise<void> {
  const isVisible = await page.evaluate(() => {
    for (
      let element = document.activeElement, depth = 0;
      element && depth < 5;
      element = element.parentElement, depth += 1
    ) {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      if ((outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none') return true;
    }
    return false;
  });
  if (!isVisible)
    throw new Error(
      `no visible focus on ${await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200))}`,
    );
}
