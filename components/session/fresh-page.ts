/**
 * A page that somebody comes to from outside, at its head, is "fresh": what stands further down may be laid out when it
 * comes near the window (app/lessons/[id]/lesson.module.css). Whoever reloads, goes back or follows a link to a section
 * gets the whole layout at once, because the place they return to is counted in pixels of it.
 */
export const FRESH_SCRIPT = `try{var n=performance.getEntriesByType('navigation')[0];if(n&&n.type==='navigate'&&!location.hash)document.documentElement.dataset.fresh=''}catch(e){}`;

/** Lays the whole page out from the first click or key on, and when its reader leaves it; returns the way to stop. */
export function layOutOnUse(): () => void {
  const whole = () => {
    delete document.documentElement.dataset.fresh;
  };
  const options = { capture: true, once: true } as const;
  window.addEventListener('click', whole, options);
  window.addEventListener('keydown', whole, options);
  return () => {
    window.removeEventListener('click', whole, options);
    window.removeEventListener('keydown', whole, options);
    whole();
  };
}
