/** Dates on staff pages are written on the server, in UTC and sortable, so that two readers see the same figures. */
export const day = (at: number) => new Date(at).toISOString().slice(0, 10);
export const minute = (at: number) => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
