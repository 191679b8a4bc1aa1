'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

interface LocalTimeProps {
  readonly at: number;
  readonly style?: 'day' | 'time' | 'both';
}

const OPTIONS: Readonly<Record<'day' | 'time' | 'both', Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit' },
  both: { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
};

/** An instant in the reader's own time zone; the server, which does not know it, writes UTC and says so. */
export function LocalTime({ at, style = 'both' }: LocalTimeProps) {
  const isBrowser = useSyncExternalStore<boolean>(
    never,
    () => true,
    () => false,
  );
  const options = OPTIONS[style];
  const text = isBrowser
    ? new Intl.DateTimeFormat('en-GB', options).format(at)
    : `${new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(at)}${style === 'day' ? '' : ' UTC'}`;
  return <time dateTime={new Date(at).toISOString()}>{text}</time>;
}
