/**
 * Figures with a unit or a thing counted. Versions, dates, numbers of lists and records ("ADR-0004") carry none and so
 * count for nothing.
 */
const FIGURE =
  /(?<![\p{L}\d.-])(?:[$€£]\s?)?~?\d[\d.,]{0,15}\s?(?:(?:–|-)\s?\d[\d.,]{0,15})?\s?(?:%|percent\b|per cent\b|(?:(?:k|m|bn|thousand|million|billion)\s)?(?:ms|µs|us|ns|s|sec|secs|seconds?|minutes?|mins?|hours?|h|days?|weeks?|months?|quarters?|years?|sprints?|kb|mb|gb|tb|kib|mib|gib|kbit|mbit|gbit|bytes?|rps|qps|tps|req\/s|requests?|calls?|messages?|events?|jobs?|transactions?|queries|writes?|reads?|connections?|users?|customers?|clients?|devices?|tenants?|cores?|vcpus?|cpus?|nodes?|hosts?|instances?|pods?|containers?|replicas?|servers?|services?|repos(?:itories)?|modules?|engineers?|developers?|people|persons?|teams?|hires?|incidents?|outages?|bugs?|cves?|lines|loc|releases?|deploys?|pages?|times|eur|usd|euros?|dollars?|pounds?|fte|ftes|x)(?![\p{L}\d])|(?:k|m|bn)?\s?\/\s?(?:s|sec|second|min|minute|hour|day|week|month|year)\b|(?:k|m|bn|x)\b)/giu;
/** Not "$1" of a pattern or a shell. */
const MONEY =
  /(?<![\p{L}\d."'`{])[$€£]\s?\d[\d.,]{0,15}\s?(?:k|m|bn|thousand|million|billion)?(?![$"'`}])|(?<![\p{L}\d.])\d[\d.,]{0,15}\s?[€£](?![\d])/giu;
const WORD_COUNT =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|one) (?:of (?:the|our|us|them) |of )?(?:(?!different|separate|distinct|other|such)\w+ )?(?:engineers?|developers?|people|teams?|weeks?|months?|years?|days?|services?|servers?|nodes?|instances?|hires?|incidents?|cores?|seniors?)\b/giu;

/** "1000s of rows" are no seconds. */
const THOUSANDS = /^\d*0{3}s$/;

/** The figures of a sentence that carry a unit, each as it is written. */
export function figuresIn(text: string): string[] {
  const written = [...text.matchAll(FIGURE), ...text.matchAll(WORD_COUNT)].map(([figure]) => figure.trim());
  const found = written.filter((figure) => !THOUSANDS.test(figure));
  const money = [...text.matchAll(MONEY)].map(([figure]) => figure.trim());
  return [...new Set([...found, ...money.filter((one) => !found.some((other) => other.includes(one)))])];
}

const WORKED = /\d[^.;!?\n]{0,60}[×*÷/+−=≈]\s?[$€£~]?\s?\d/u;
const EQUALS =
  /(?:=|≈|\bequals\b|\bcomes to\b|\bmakes\b|\bleaves\b|\bthat is\b|\bi\.e\.|\bwhich is\b|\bper (?:node|core|instance|server|user|request|engineer|year|month)\b)/i;
const RELATED =
  /\b(?:so|therefore|hence|thus|leaves|at most|which means|that means|meaning|out of|saves?|savings?|from [^.]{1,30} to)\b|→|=>/i;

/** Whether a sentence makes a figure of others rather than only quoting one. */
export function derivesFigure(text: string): boolean {
  const figures = figuresIn(text);
  const numbers = text.match(/\d[\d.,]*/g) ?? [];
  if (WORKED.test(text) && EQUALS.test(text) && numbers.length >= 3) return true;
  return figures.length >= 2 && (EQUALS.test(text) || RELATED.test(text));
}
