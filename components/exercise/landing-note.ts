const KEY = 'defensible:landing';

/** Leaves word for the result page that the person comes from handing in, not from a bookmark. */
export function announceLanding(submissionId: string): void {
  try {
    window.sessionStorage.setItem(KEY, submissionId);
  } catch {
    // storage is switched off: the result page then opens like any other
  }
}

/** Whether this result was just handed in from this tab; true only once. */
export function takeLanding(submissionId: string): boolean {
  try {
    const isLanding = window.sessionStorage.getItem(KEY) === submissionId;
    if (isLanding) window.sessionStorage.removeItem(KEY);
    return isLanding;
  } catch {
    return false; // storage is switched off
  }
}
