/** What each view of a cohort answers, by its address; read on the page that shows them all. */
export const VIEW_WORDS: Readonly<Record<string, string>> = {
  overview: 'How far everybody is, module by module, and where the group stands still.',
  risk: 'Who needs somebody today, by rules that anybody can check, with a first step.',
  gaps: 'What the group gets wrong: beliefs, criteria and objectives, weakest first.',
  map: 'Where the group splits on each exercise, and the pack for a discussion.',
  reviews: 'Drafts that the grader is unsure of, for a person to decide.',
  appeals: 'Grades that a learner asks to have looked at again.',
  assignments: 'What is due and when, and more time for whoever needs it.',
  people: 'Everybody in it, their roles, and who has left.',
  invites: 'A link for all, or one for each address of a list.',
  messages: 'What a channel of the team is told, and when.',
};
