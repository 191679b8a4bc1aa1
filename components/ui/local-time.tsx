'use client';

import { useIsBrowser } from './use-is-browser';

/** day, time and both for running text; date and stamp, short and of one width, for tables; brief where the year is plain. */
type TimeStyle = 'day' | 'time' | 'both' | 'date' | 'stamp' | 'brief';

interface LocalTimeProps {
  readonly at: number;
  readonly style?: TimeStyle;
}

const LONG_DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const SHORT_DAY = { day: '2-digit', month: 'short', year: 'numeric' } as const;
const TIME = { hour: '2-digit', minute: '2-digit' } as const;

const OPTIONS: Readonly<Record<TimeStyle, Intl.DateTimeFormatOptions>> = {
  day: LONG_DAY,
  time: TIME,
  both: { ...LONG_DAY, ...TIME },
  date: SHORT_DAY,
  stamp: { ...SHORT_DAY, ...TIME },
  brief: { day: '2-digit', month: 'short' },
};

/** An instant in the reader's own time zone; the server, which does not know it, writes UTC and says so. */
export function LocalTime({ at, style = 'both' }: LocalTimeProps) {
  const write = useTimeWriter(style);
  return <time dateTime={new Date(at).toISOString()}>{write(at)}</time>;
}

/** The same for text that is put together elsewhere. */
export function useTimeWriter(style: TimeStyle): (at: number) => string {
  const isBrowser = useIsBrowser();
  return (at) => {
    if (isBrowser) return new Intl.DateTimeFormat('en-GB', OPTIONS[style]).format(at);
    return `${new Intl.DateTimeFormat('en-GB', { ...OPTIONS[style], timeZone: 'UTC' }).format(at)} UTC`;
  };
}
