import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { AgreementLine } from './agreement-line';

test('the line names samples, kappa and interval, and whose markings they are', () => {
  const html = renderToStaticMarkup(
    <AgreementLine agreement={{ samples: 12, kappa: 0.8561, low: 0.741, high: 0.9549 }} />,
  );
  expect(html).toContain('On this exercise the grader agrees with 12 marked samples at κ 0.86 (0.74 to 0.95)');
  expect(html).toContain('the shipped weights against this project’s reference markings');
});

test('without a figure it says so, and claims nothing', () => {
  const unknown = 'How far the grader agrees with marked samples of this exercise is not known.';
  const none = { samples: 8, kappa: null, low: null, high: null };
  expect(renderToStaticMarkup(<AgreementLine agreement={none} />)).toBe(unknown);
  expect(renderToStaticMarkup(<AgreementLine agreement={null} />)).toBe(unknown);
});
