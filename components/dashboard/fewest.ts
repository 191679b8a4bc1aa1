/** Of fewer people or drafts a share says more than there is, and a median is somebody's own figure. */
export const FEWEST_FOR_FIGURES = 5;
