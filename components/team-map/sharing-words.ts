/** What a yes means, in the same words wherever it is asked. */
export const SHARING_MEANS =
  'When a team discusses an exercise, its instructor can show the best single sentences of both sides. Names, addresses and unknown proper names are taken out, and a side is shown only when two people or more stand behind it. A colleague may still know your style. No is the default, and costs nothing.';
