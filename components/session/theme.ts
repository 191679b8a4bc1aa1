export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
export const THEME_KEY = 'defensible:theme';

/** What listens to a choice stored in this browser (components/session/use-stored.ts). */
export const STORED_EVENT = 'defensible:stored';

/** Puts a theme on the page, without remembering it. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** Puts a theme on the page and remembers it; the switch in the header follows. */
export function setTheme(theme: Theme): void {
  applyTheme(theme);
  try {
    window.localStorage.setItem(THEME_KEY, theme);
  } catch {
    // storage is switched off: the choice then lasts as long as the page
  }
  window.dispatchEvent(new Event(STORED_EVENT));
}

/**
 * Runs in <head> before the first paint, so that a remembered theme never flashes in late. Written out as text because
 * it must not wait for any bundle; the layout gives it the nonce of the content security policy.
 */
export const THEME_SCRIPT = `try{var t=localStorage.getItem('${THEME_KEY}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}`;
