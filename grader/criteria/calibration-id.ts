import vectors from '../data/word-vectors.json';
import { type ProbeModel, SHIPPED_PROBE_MODEL } from '../probes/probe-model';
import type { CriterionModel } from './criterion-model';

/**
 * A short content id: two 32-bit lanes of multiply-and-xor, 16 hexadecimal digits. Tells contents apart, resists no
 * attacker, and needs nothing of Node or of a browser.
 */
function contentId(text: string): string {
  let [one, other] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 2654435761);
    other = Math.imul(other ^ unit, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return [other, one].map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
}

let vectorsId: string | undefined;
const known = new WeakMap<CriterionModel, WeakMap<ProbeModel, string>>();

/**
 * Names the weights and word vectors behind a grade by their content, so that a receipt tells one calibration from the
 * next. Worked out from what is loaded, once per model in a few milliseconds: it cannot fall behind the data.
 */
export function calibrationId(model: CriterionModel, probes: ProbeModel = SHIPPED_PROBE_MODEL): string {
  const ids = known.get(model) ?? new WeakMap<ProbeModel, string>();
  known.set(model, ids);
  const earlier = ids.get(probes);
  if (earlier) return earlier;
  vectorsId ??= contentId(`${vectors.dimensions} ${vectors.words} ${vectors.ranks} ${vectors.vectors}`);
  const id = contentId(JSON.stringify([vectorsId, probes, model]));
  ids.set(probes, id);
  return id;
}
