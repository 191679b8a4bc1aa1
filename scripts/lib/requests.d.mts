export function requestIdOf(given: unknown, trustedProxies: number): string;
export function routeNamer(folder: string): (url: string | undefined) => string;
