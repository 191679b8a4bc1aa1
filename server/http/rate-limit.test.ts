import { describe, expect, test } from 'vitest';
import { addressOf, takeToken } from './rate-limit';

const from = (hops: string, trusted: number) => addressOf(new Headers({ 'x-forwarded-for': hops }), trusted);

describe('whom a request counts against', () => {
  test.each([
    ['198.51.100.7', 1, '198.51.100.7'],
    ['203.0.113.9, 198.51.100.7', 1, '198.51.100.7'],
    ['203.0.113.9, 198.51.100.7, 192.0.2.1', 2, '198.51.100.7'],
    ['198.51.100.7:51234', 1, '198.51.100.7'],
    ['::ffff:198.51.100.7', 1, '198.51.100.7'],
    ['2001:db8:1:2:3:4:5:6', 1, '2001:db8:1:2::/64'],
    ['2001:db8:1:2::1', 1, '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002:ffff::', 1, '2001:db8:1:2::/64'],
    ['[2001:db8:1:2::1]:443', 1, '2001:db8:1:2::/64'],
    ['2001:db8::1', 1, '2001:db8:0:0::/64'],
    ['::1', 1, '0:0:0:0::/64'],
  ])('%s behind %d is %s', (hops, trusted, who) => {
    expect(from(hops, trusted)).toBe(who);
  });

  test.each([
    ['198.51.100.7', 0],
    ['198.51.100.7', 2],
    ['', 1],
    ['unknown', 1],
    ['a'.repeat(10_000), 1],
    ['198.51.100.7, <script>', 1],
  ])('%s behind %d counts with everybody', (hops, trusted) => {
    expect(from(hops, trusted)).toBe('all');
  });

  test('what a visitor writes to the left changes nothing: a hundred made-up addresses are one visitor', () => {
    const rate = { name: 'rotating', perMinute: 20 };
    const refused = Array.from({ length: 100 }, (_, n) =>
      takeToken(rate, from(`192.0.2.${n}, 198.51.100.7`, 1), 1_000),
    ).filter((seconds) => seconds !== null);
    expect(refused).toHaveLength(80);
  });

  test('nor do the four billion billion addresses of one connection', () => {
    const rate = { name: 'one-prefix', perMinute: 20 };
    const refused = Array.from({ length: 100 }, (_, n) =>
      takeToken(rate, from(`2001:db8:9:9::${n.toString(16)}`, 1), 1_000),
    ).filter((seconds) => seconds !== null);
    expect(refused).toHaveLength(80);
  });
});
