/**
 * Functions that are told who asks but hand nothing out by themselves, each with why. Whoever calls one has asked another
 * first; a function that a page or a handler calls belongs into a table.
 */
export const INNER: Readonly<Record<string, string>> = {
  'authority#mayIn': 'the rule itself',
  'authority#requireIn': 'the rule itself',
  'authority#requireOwner': 'the rule itself',
  'authority#cohortsWith': 'the rule itself',
  'authority#isStaff': 'the rule itself',
  'calibration/rounds#readRound': 'rows of the actor; behind selectRound and markAnswer',
  'calibration/round-answers#readAnswer': 'what a round drew; asks selectStaffResult for every text',
  'contrary/contrary-context#isExerciseOpen': 'about the hand-in that its caller found to be the actor’s',
  'invites/invites#newInviteRow': 'makes a row and stores nothing',
  'regrades/regrades#requireRegrade': 'a rule',
  'reviews/alike-texts#findAlikeTexts': 'fills a table for the desk; gives nothing back',
  'reviews/ensure-entries#ensureEntries': 'fills a table for the desk; gives nothing back',
  'reviews/leases#readHeld': 'ids for the queue, whose caller has asked for the role',
  'reviews/next-in-queue#readPlace': 'the queue around a draft, whose caller has asked for the role',
  'reviews/record-opening#recordOpening': 'takes a scope, which only findInCohort gives',
  'reviews/undo-review#mayUndo': 'a rule',
  'reviews/waiting-drafts#readWaiting': 'the queue, whose caller has asked for the role',
};
