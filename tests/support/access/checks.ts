import type { Page } from 'playwright/test';

/** What no axe rule says, read from the page as it stands: one line a fault. */
export const faultsOf = (page: Page): Promise<string[]> => page.evaluate(readFaults);

/** Runs in the page, so it may use nothing from outside itself. */
function readFaults(): string[] {
  const faults: string[] = [];
  const name = (element: Element) =>
    `<${element.tagName.toLowerCase()}> "${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 60)}"`;
  const isShown = (element: Element) =>
    element.checkVisibility({ opacityProperty: false, visibilityProperty: true, contentVisibilityAuto: true });
  const shown = (selector: string) => [...document.querySelectorAll(selector)].filter(isShown);

  // 2.4.2, 3.1.1
  if (!/ · Defensible$|^Defensible/.test(document.title)) faults.push(`title "${document.title}"`);
  if (document.documentElement.lang !== 'en-GB') faults.push('lang of the page');

  // Landmarks and headings: one main, one first heading, no level left out.
  for (const landmark of ['main', 'body > header', 'body > footer'])
    if (document.querySelectorAll(landmark).length !== 1) faults.push(`not one ${landmark}`);
  const navs = shown('nav').map((nav) => nav.getAttribute('aria-label') ?? nav.getAttribute('aria-labelledby') ?? '');
  for (const nav of navs) if (nav === '') faults.push('a navigation without a name');
  if (new Set(navs).size !== navs.length) faults.push(`two navigations of one name: ${navs.join(', ')}`);
  const levels = shown('main :is(h1, h2, h3, h4, h5, h6)');
  if (levels.filter(({ tagName }) => tagName === 'H1').length !== 1) faults.push('not one h1');
  let before = 0;
  for (const heading of levels) {
    const level = Number(heading.tagName[1]);
    if (level > before + 1) faults.push(`h${before} is followed by ${name(heading)}`);
    before = level;
  }

  // 2.4.1: the first stop leads to the content.
  const skip = document.querySelector('a[href="#main"]');
  if (!skip || document.querySelector('a, button, input, select, textarea, summary') !== skip) faults.push('skip link');

  // 2.5.8: 24 by 24, or 24 to the next one's middle. Links within a sentence and what a label makes larger are exempt.
  const targets = shown(
    'a[href], button, input:not([type="hidden"]), select, textarea, summary, [role="button"], [role="tab"], [role="option"]',
  ).filter((element) => !element.closest('.monaco-editor, .skip-link') && !element.classList.contains('skip-link'));
  const boxOf = (element: Element) => {
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    const boxes = [element, ...labels.filter(isShown)].map((one) => one.getBoundingClientRect());
    return {
      element,
      left: Math.min(...boxes.map(({ left }) => left)),
      right: Math.max(...boxes.map(({ right }) => right)),
      top: Math.min(...boxes.map(({ top }) => top)),
      bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
    };
  };
  const boxes = targets.map(boxOf).filter(({ left, right, top, bottom }) => right > left && bottom > top);
  const isInSentence = (element: Element) => {
    if (element.tagName !== 'A' && element.tagName !== 'BUTTON') return false;
    if (getComputedStyle(element).display !== 'inline') return false;
    const block = element.closest(
      'p, li, dd, dt, td, th, figcaption, blockquote, legend, label, summary, h1, h2, h3, h4',
    );
    const around = (block?.textContent ?? '').replace(/\s+/g, ' ').trim();
    return around.length > (element.textContent ?? '').replace(/\s+/g, ' ').trim().length + 3;
  };
  const middle = (box: (typeof boxes)[number]) => [(box.left + box.right) / 2, (box.top + box.bottom) / 2] as const;
  for (const box of boxes) {
    if (box.right - box.left >= 23.5 && box.bottom - box.top >= 23.5) continue;
    if (isInSentence(box.element)) continue;
    const [x, y] = middle(box);
    const near = boxes.find((other) => {
      if (other.element === box.element || other.element.contains(box.element) || box.element.contains(other.element))
        return false;
      const dx = Math.max(other.left - x, 0, x - other.right);
      const dy = Math.max(other.top - y, 0, y - other.bottom);
      return Math.hypot(dx, dy) < 12;
    });
    if (near)
      faults.push(
        `target ${Math.round(box.right - box.left)} × ${Math.round(box.bottom - box.top)} close to another: ${name(box.element)}`,
      );
  }

  // 1.3.5, 3.3.8: what a browser or a password manager may fill in says what it is, and takes what is pasted.
  for (const field of shown('input[type="password"], input[type="email"]')) {
    if (!field.getAttribute('autocomplete')) faults.push(`no autocomplete: ${field.getAttribute('name')}`);
    if (!field.dispatchEvent(new ClipboardEvent('paste', { cancelable: true, bubbles: true })))
      faults.push(`pasting is refused: ${field.getAttribute('name')}`);
  }

  // 2.5.7: nothing asks for a drag.
  for (const element of document.querySelectorAll('[draggable="true"]')) faults.push(`a drag: ${name(element)}`);

  // What is a glyph to the eye is noise to the ear, unless it is hidden from it. A name is a phrase, not a paragraph.
  const spoken = /^[\s●◐○◑▾▸▲▼↑↓←→✓✕×·…–—]+$/;
  for (const element of targets) {
    const label = element.getAttribute('aria-label') ?? element.textContent ?? '';
    if (element.matches('a, button') && label !== '' && spoken.test(label))
      faults.push(`named by a glyph: ${name(element)}`);
  }

  // A figure that is drawn has words or a table beside it.
  for (const drawing of shown('main svg')) {
    if (drawing.closest('[aria-hidden="true"]') || drawing.querySelector('title')) continue;
    if (drawing.getAttribute('aria-label') || drawing.getAttribute('aria-labelledby')) continue;
    faults.push(`a drawing without words: ${drawing.outerHTML.slice(0, 80)}`);
  }
  return [...new Set(faults)];
}

/** How far the page itself scrolls sideways, and what sticks out of it. */
export const sidewaysOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.querySelectorAll('body *')].filter((element) => {
      if (element.getBoundingClientRect().right <= width + 1) return false;
      for (let parent = element.parentElement; parent && parent !== document.body; parent = parent.parentElement)
        if (getComputedStyle(parent).overflowX !== 'visible') return false;
      return true;
    });
    return [
      `${document.documentElement.scrollWidth} wide on ${width}: ${wide
        .slice(0, 3)
        .map((element) => `<${element.tagName.toLowerCase()} class="${element.className}">`)
        .join(' ')}`,
    ];
  });

/** 2.3.3: with less motion asked for, nothing on the page moves for longer than a frame. */
export const motionOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('body, body *')].flatMap((element) => {
      const { animationName, animationDuration, transitionDuration, transitionProperty } = getComputedStyle(element);
      const longest = (list: string) => Math.max(...list.split(',').map((one) => Number.parseFloat(one) || 0));
      const isMoving = animationName !== 'none' && longest(animationDuration) > 0.02;
      const isSliding = transitionProperty !== 'none' && longest(transitionDuration) > 0.02;
      return isMoving || isSliding ? [`${element.tagName.toLowerCase()}.${element.className}`] : [];
    }),
  );
