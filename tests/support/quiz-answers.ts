import type { Page } from 'playwright/test';
import type { Item } from '@/schemas/item';
import type { Quiz } from '@/schemas/quiz';
import type { Hands } from './hands';

const plain = (text: string) => text.replace(/[`*]/g, '').replace(/\s+/g, ' ').trim();

/** The item on the screen, found by its stem: its place was shuffled. */
export async function itemOnScreen(page: Page, quiz: Quiz): Promise<Item> {
  await page.getByRole('heading', { name: /^Item \d+ of/ }).waitFor();
  const shown = plain((await page.locator('main').innerText()).replaceAll('\n', ' '));
  const item = quiz.items.find(({ stem }) => shown.includes(plain(stem)));
  if (!item) throw new Error(`no item of ${quiz.lesson} has the stem on the screen: ${shown.slice(0, 200)}`);
  return item;
}

/** Gives the right response to an item, or one that is surely wrong. The buttons that send it are the caller's. */
export async function respond(page: Page, hands: Hands, item: Item, isRight: boolean): Promise<void> {
  switch (item.type) {
    case 'single-choice': {
      const option = item.options.find(({ id }) => (id === item.key) === isRight);
      return hands.choose(page.locator(`input[value="${option?.id}"]`));
    }
    case 'multiple-choice': {
      const wanted = isRight ? item.key : item.options.filter(({ id }) => !item.key.includes(id)).map(({ id }) => id);
      for (const id of wanted) await hands.choose(page.locator(`input[value="${id}"]`));
      return;
    }
    case 'ordering':
      return isRight ? putInOrder(page, hands, item) : putInOrder(page, hands, { ...item, key: item.key.toReversed() });
    case 'matching': {
      for (const entry of item.entries) {
        const key = item.key[entry.id];
        const category = item.categories.find(({ id }) => (id === key) === isRight);
        const group = page.getByRole('group', { name: plain(entry.text), exact: true });
        await hands.choose(group.getByRole('radio', { name: plain(category?.text ?? ''), exact: true }));
      }
      return;
    }
    case 'numeric':
      return hands.write(
        page.locator('main input[inputmode="decimal"]'),
        String(isRight ? item.key : item.key * 7 + 13),
      );
    case 'short-answer':
      return hands.write(page.locator('main textarea'), isRight ? item.modelAnswer : 'Bananas ripen in the kitchen.');
    case 'spot-the-defect': {
      const guilty = item.defects.flatMap(({ lines }) => lines);
      const last = item.listing.code.trimEnd().split('\n').length;
      const innocent = Array.from({ length: last }, (_, index) => index + 1).filter((line) => !guilty.includes(line));
      const wanted = isRight ? item.defects.map(({ lines }) => lines[0]) : innocent.slice(0, 1);
      for (const line of wanted) await hands.choose(page.locator('main input[type="checkbox"]').nth((line ?? 1) - 1));
      return;
    }
    default:
      return item satisfies never;
  }
}

async function putInOrder(page: Page, hands: Hands, item: Extract<Item, { type: 'ordering' }>): Promise<void> {
  for (const [position, id] of item.key.entries()) {
    const text = plain(item.entries.find((entry) => entry.id === id)?.text ?? '');
    const up = page.getByRole('button', { name: `Move up: ${text}`, exact: true });
    const place = page.getByRole('combobox', { name: `Position of: ${text}`, exact: true });
    while (Number(await place.inputValue()) > position) await hands.activate(up);
  }
}
