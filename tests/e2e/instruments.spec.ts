import { expect, type Locator, type Page, test } from 'playwright/test';
import { violations } from '../support/axe';
import { keyboard, tabTo } from '../support/hands';
import { instrumentLessons } from '../support/instrument-lessons';

/** What is operated in an instrument so that its sentence must change: radio buttons, a key on a slider, or a button. */
type Step =
  | { readonly legend: string; readonly option: string }
  | { readonly slider: string; readonly key: string }
  | { readonly button: string };

const OPERATIONS: Readonly<Record<string, readonly Step[]>> = {
  AttackPaths: [{ legend: 'Language of the service', option: 'Rust' }],
  Bottleneck: [{ legend: 'Make your code faster', option: '∞' }],
  BoundaryCost: [{ legend: 'Format', option: 'flat bytes' }],
  ContradictionBoard: [
    { legend: 'Can both hold, if read kindly?', option: 'no' },
    { legend: 'What is the matter?', option: 'different condition' },
  ],
  DecisionTrees: [{ legend: 'Service', option: 'invoice archive' }],
  DomainMap: [
    { legend: 'Language its makers chose', option: 'Go' },
    { legend: 'What decided', option: 'people' },
  ],
  EvidenceGrader: [{ button: 'Fill in our own case' }],
  FeedbackLoop: [{ slider: 'Rebuild after a change', key: 'ArrowLeft' }],
  FlipPoint: [{ slider: 'Limit at p99', key: 'Home' }],
  HeapCap: [{ slider: 'Live heap', key: 'ArrowRight' }],
  LatencyBudget: [{ slider: 'SQL', key: 'ArrowLeft' }],
  PercentileExplorer: [{ slider: 'Time spent in collections', key: 'ArrowLeft' }],
  SafetyMatrix: [{ legend: 'Safe Rust: data race, interface is …', option: 'ruled out' }],
  TeamPlanner: [{ slider: 'Posts in the team', key: 'ArrowLeft' }],
};

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 860 };

test.describe.configure({ mode: 'parallel' });
test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const { lesson, instruments } of instrumentLessons())
  for (const [index, name] of instruments.entries()) {
    test(`${name} is predicted, operated, read and reset by keyboard`, async ({ page }) => {
      await page.goto(`/lessons/${lesson}`);
      const frame = await frameAt(page, index);
      await expectPhone(page, frame);
      await predict(frame);

      const sentence = frame.getByRole('status');
      const start = await sentence.innerText();
      for (const step of OPERATIONS[name] ?? []) await operate(frame, step);
      await expect(sentence, `operated by ${JSON.stringify(OPERATIONS[name])}`).not.toHaveText(start);
      await expectSound(page, frame);
      await expectPhone(page, frame);
      await expectSentenceInSight(page, frame);

      await keyboard.activate(frame.getByRole('button', { name: 'Read as table' }));
      await expect(frame.getByRole('table').getByRole('rowheader').first()).toBeVisible();
      await expectPhone(page, frame);

      await keyboard.activate(frame.getByRole('button', { name: 'Show the figure' }));
      await page.keyboard.press('Shift+Tab');
      await keyboard.activate(frame.getByRole('button', { name: 'Reset' }));
      await expect(sentence).toHaveText(start);
    });
  }

async function frameAt(page: Page, index: number): Promise<Locator> {
  const frame = page.getByRole('region').filter({ hasText: 'What this leaves out.' }).nth(index);
  return page.locator(`section[aria-labelledby="${await frame.getAttribute('aria-labelledby')}"]`);
}

async function predict(frame: Locator): Promise<void> {
  await expect(frame.getByRole('status')).toHaveCount(0);
  const reply = frame.getByRole('radio').first();
  await keyboard.choose(reply);
  await keyboard.activate(frame.getByRole('button', { name: 'Commit and open' }));
  await expect(frame.getByRole('status')).toBeVisible();
}

async function operate(frame: Locator, step: Step): Promise<void> {
  if ('button' in step) return keyboard.activate(frame.getByRole('button', { name: step.button }));
  if ('legend' in step) {
    const group = frame.getByRole('group', { name: step.legend, exact: true });
    return keyboard.choose(group.getByRole('radio', { name: step.option, exact: true }));
  }
  await tabTo(frame.getByRole('slider', { name: step.slider, exact: true }));
  await frame.page().keyboard.press(step.key);
}

/** A figure has its colours from tokens, so it is looked at in both themes. */
async function expectSound(page: Page, frame: Locator): Promise<void> {
  const part = `section[aria-labelledby="${await frame.getAttribute('aria-labelledby')}"]`;
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page, part), colorScheme).toEqual([]);
  }
}

/** On a phone nothing scrolls sideways, every target is large enough, and Tab goes down the page. */
async function expectPhone(page: Page, frame: Locator): Promise<void> {
  await page.setViewportSize(PHONE);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  const targets = await targetsOf(frame);
  expect(targets.filter(({ height }) => height < 44)).toEqual([]);
  const tops = targets.map(({ top }) => top);
  expect(tops).toEqual([...tops].sort((a, b) => a - b));
  await page.setViewportSize(DESKTOP);
}

/** What can be tapped, in the order of Tab; a control counts with the label around it. */
function targetsOf(frame: Locator) {
  return frame.locator('button, input, select').evaluateAll((elements) =>
    elements.map((element) => {
      const { top, height } = (element.closest('label') ?? element).getBoundingClientRect();
      return { name: element.closest('label')?.innerText ?? element.textContent, top: Math.round(top), height };
    }),
  );
}

/** However far down the last control is: what it changes can be read while it is moved, and does not cover it. */
async function expectSentenceInSight(page: Page, frame: Locator): Promise<void> {
  await page.setViewportSize(PHONE);
  const last = frame.locator('input, select').last();
  await last.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  const sentence = frame.getByRole('status');
  await expect(sentence).toBeInViewport({ ratio: 1 });
  const [above, below] = [await sentence.boundingBox(), await last.boundingBox()];
  expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);
  await page.setViewportSize(DESKTOP);
}
