export function isMalformed(header: string | undefined): boolean;
