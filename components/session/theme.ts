export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
export const THEME_KEY = 'defensible:theme';

/**
 * Runs in <head> before the first paint, so that a remembered theme never flashes in late. Written out as text because
 * it must not wait for any bundle; the layout gives it the nonce of the content security policy.
 */
export const THEME_SCRIPT = `try{var t=localStorage.getItem('${THEME_KEY}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}`;
