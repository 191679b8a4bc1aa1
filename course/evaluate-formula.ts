/** A number at the start, an operator or a bracket; spaces between them do not count. */
const TOKEN = /\s*(\d+(?:\.\d+)?|[-+*/()])/y;

function tokensOf(formula: string): string[] | null {
  const tokens: string[] = [];
  const text = formula.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const token = TOKEN.exec(text)?.[1];
    if (token === undefined) return null;
    tokens.push(token);
  }
  return tokens;
}

/** What stands at the head of `rest` is read and taken off; NaN where it is no value. */
function readValue(rest: string[]): number {
  const token = rest.shift();
  if (token === '-') return -readValue(rest);
  if (token !== '(') return Number(token);
  const inner = readSum(rest);
  return rest.shift() === ')' ? inner : Number.NaN;
}

function readProduct(rest: string[]): number {
  let value = readValue(rest);
  while (rest[0] === '*' || rest[0] === '/')
    value = rest.shift() === '*' ? value * readValue(rest) : value / readValue(rest);
  return value;
}

function readSum(rest: string[]): number {
  let value = readProduct(rest);
  while (rest[0] === '+' || rest[0] === '-')
    value = rest.shift() === '+' ? value + readProduct(rest) : value - readProduct(rest);
  return value;
}

/** The value of a formula of digits and `+ - * / ( )`, null where it is none or has no finite value. */
export function evaluateFormula(formula: string): number | null {
  const rest = tokensOf(formula);
  if (!rest || rest.length === 0) return null;
  const value = readSum(rest);
  return rest.length === 0 && Number.isFinite(value) ? value : null;
}
