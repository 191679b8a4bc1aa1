import { chromium } from 'playwright';

/** A phone of the middle: a quarter of this machine's speed, and a good mobile network. */
const SLOWER = 4;
const NETWORK = { offline: false, latency: 60, downloadThroughput: 1_125_000, uploadThroughput: 500_000 };
const WINDOW = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const RUNS = 3;

export interface Paint {
  /** When the largest thing of the page stood there, in milliseconds. */
  readonly largestMs: number;
  /** From a press to the next picture, the slowest one; 0 where all took less than is measured (16 ms). */
  readonly slowestMs: number;
}

async function once(url: string, executablePath: string): Promise<Paint> {
  const browser = await chromium.launch({ executablePath });
  try {
    const page = await browser.newPage(WINDOW);
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', NETWORK);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await page.addInitScript(`
      window.paints = []; window.presses = [];
      new PerformanceObserver((list) => paints.push(...list.getEntries().map((entry) => entry.startTime)))
        .observe({ type: 'largest-contentful-paint', buffered: true });
      new PerformanceObserver((list) => presses.push(...list.getEntries().filter((entry) => entry.interactionId).map((entry) => entry.duration)))
        .observe({ type: 'event', durationThreshold: 16, buffered: true });`);
    await page.goto(url, { waitUntil: 'networkidle' });
    const largestMs = Number(await page.evaluate('Math.max(0, ...paints)'));
    // What a reader presses: a term that is explained, and keys.
    const term = page.locator('a[data-term]').first();
    if (await term.count()) await term.click();
    for (const key of ['Escape', 'Tab', 'Tab', '?', 'Escape']) await page.keyboard.press(key);
    await page.waitForTimeout(500);
    return { largestMs, slowestMs: Number(await page.evaluate('Math.max(0, ...presses)')) };
  } finally {
    await browser.close();
  }
}

/** Medians of a few visits, each with an empty cache. */
export async function measurePaint(url: string): Promise<Paint> {
  const paints: Paint[] = [];
  for (let run = 0; run < RUNS; run += 1)
    paints.push(await once(url, process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'));
  const median = (values: readonly number[]) => values.toSorted((one, other) => one - other)[RUNS >> 1] ?? 0;
  return {
    largestMs: median(paints.map(({ largestMs }) => largestMs)),
    slowestMs: median(paints.map(({ slowestMs }) => slowestMs)),
  };
}
