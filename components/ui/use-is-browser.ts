import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** False on the server and while the browser takes over its markup, true from then on: for what only the reader's device knows. */
export function useIsBrowser(): boolean {
  return useSyncExternalStore<boolean>(
    never,
    () => true,
    () => false,
  );
}
