import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { PressedAt } from './pressed-at';

const RECEIVED = Date.UTC(2026, 10, 21, 9, 30);
const shown = (pressedAt: number | null) =>
  renderToStaticMarkup(<PressedAt pressedAt={pressedAt} submittedAt={RECEIVED} />);

test.each([
  ['none was sent', null],
  ['they agree', RECEIVED],
  ['it took a minute', RECEIVED - 60_000],
])('nothing is said where %s', (_why, pressedAt) => {
  expect(shown(pressedAt)).toBe('');
});

test.each([
  ['before', RECEIVED - 3_600_000, '08:30'],
  ['after', RECEIVED + 3_600_000, '10:30'],
])(
  'a browser that was more than a minute %s the server is shown with its time, and that nobody checked it',
  (_where, at, time) => {
    expect(shown(at)).toContain(time);
    expect(shown(at)).toContain('nobody has checked');
  },
);

test('the last instant of all can be shown', () => {
  expect(shown(8_640_000_000_000_000)).toContain('275760');
});
