import type { Page } from 'playwright/test';

/**
 * Gives the focus to everything that Tab reaches, one after the other, and says where it cannot be seen: no ring, a ring too
 * faint against its ground (1.4.11, 3:1), or something in front of it (2.4.11).
 */
export const focusFaultsOf = (page: Page): Promise<string[]> => page.evaluate(readFocusFaults);

/** Runs in the page, so it may use nothing from outside itself. */
function readFocusFaults(): string[] {
  const faults: string[] = [];
  const pixel = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = (colour: string): readonly number[] => {
    if (!pixel) return [0, 0, 0, 0];
    pixel.clearRect(0, 0, 1, 1);
    pixel.fillStyle = colour;
    pixel.fillRect(0, 0, 1, 1);
    return [...pixel.getImageData(0, 0, 1, 1).data];
  };
  const luminance = (colour: readonly number[]) => {
    const [red = 0, green = 0, blue = 0] = colour
      .slice(0, 3)
      .map((part) => part / 255)
      .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: readonly number[], other: readonly number[]) => {
    const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
  const groundOf = (element: Element | null) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = rgba(getComputedStyle(at).backgroundColor);
      if ((colour[3] ?? 0) > 250) return colour;
    }
    return [255, 255, 255, 255];
  };
  /** A box may show the focus for the field inside it, or a label for the field before it. */
  const around = (element: Element) => {
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    const near = [element, element.parentElement, element.parentElement?.parentElement, element.nextElementSibling];
    return [...near, ...labels].filter((one): one is Element => one instanceof Element);
  };
  const look = (element: Element) => {
    const { outlineStyle, outlineWidth, boxShadow, borderColor, borderWidth } = getComputedStyle(element);
    const hasOutline = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
    return { hasOutline, all: [hasOutline, boxShadow, borderColor, borderWidth].join() };
  };
  const name = (element: Element) =>
    `<${element.tagName.toLowerCase()}> "${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 50)}"`;

  const stops = [
    ...document.querySelectorAll<HTMLElement>(
      'a[href], button:not(:disabled), input:not([type="hidden"], :disabled), select, textarea, summary, [tabindex="0"]',
    ),
  ].filter((element) => element.tabIndex >= 0 && element.checkVisibility() && !element.closest('.monaco-editor'));
  for (const element of stops) {
    (document.activeElement as HTMLElement | null)?.blur();
    const before = around(element).map((one) => look(one).all);
    element.focus();
    if (document.activeElement !== element) continue;
    const ringed = around(element).filter((one, index) => look(one).all !== before[index]);
    if (ringed.length === 0) faults.push(`no ring on ${name(element)}`);
    const outlined = ringed.find((one) => look(one).hasOutline);
    if (outlined) {
      const { outlineColor, outlineOffset } = getComputedStyle(outlined);
      const ground = groundOf(Number.parseFloat(outlineOffset) < 0 ? outlined : outlined.parentElement);
      const ratio = contrast(rgba(outlineColor), ground);
      if (ratio < 3) faults.push(`a ring of ${ratio.toFixed(1)}:1 on ${name(element)}`);
    }
    const shown = ringed[0] ?? element;
    const box = shown.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    const rows = [0.1, 0.5, 0.9].map((share) => box.top + share * box.height);
    const columns = [0.05, 0.5, 0.95].map((share) => box.left + share * box.width);
    const isSeen = rows.some((y) =>
      columns.some((x) => {
        const hit = document.elementFromPoint(x, y);
        return hit !== null && (shown.contains(hit) || hit.contains(shown));
      }),
    );
    if (!isSeen) faults.push(`the focus is covered on ${name(element)}`);
  }
  (document.activeElement as HTMLElement | null)?.blur();
  window.scrollTo(0, 0);
  return [...new Set(faults)];
}
