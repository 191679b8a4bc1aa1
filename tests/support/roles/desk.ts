import { randomUUID } from 'node:crypto';
import type { ActFilter } from '@/schemas/audit';
import { DEFAULT_RETENTION } from '@/schemas/retention';
import { exportActs, selectActKinds, selectActs } from '@/server/acts/select-acts';
import { changeAssignment, makeAssignment, selectAssignments, withdrawAssignment } from '@/server/assignments/desk';
import { grantExtension, takeBackExtension } from '@/server/assignments/grant-extension';
import { selectManagedCohort } from '@/server/assignments/managed-cohort';
import { selectAssignmentPage } from '@/server/assignments/select-page';
import { changePerson } from '@/server/cohorts/change-person';
import {
  changeCohort,
  createCohort,
  deleteCohort,
  selectCohort,
  selectCohorts,
  selectVisibleCohort,
} from '@/server/cohorts/cohorts';
import { appointOwner, dismissOwner, renameOrganisation, selectOwners } from '@/server/cohorts/organisation';
import { selectPeople } from '@/server/cohorts/people';
import { importList } from '@/server/invites/import-list';
import { makeInvite, revokeInvite, selectInvites } from '@/server/invites/invites';
import { previewRetention, saveRetention } from '@/server/retention/retention';
import {
  removeWebhook,
  selectDeliveries,
  selectFailedJobs,
  selectWebhook,
  setWebhook,
  testWebhook,
} from '@/server/webhooks/webhooks';
import { planOf } from '../assignments';
import { except, MANAGERS, MANAGERS_ALONE, OWNERS, STAFF, type Table, TEACHERS } from './table';

const ALL_ACTS: ActFilter = { act: null, person: null, cohortId: null, from: null, until: null };
const RULES = { ...DEFAULT_RETENTION, guests: 30 } as const;
const TERMS = { role: 'learner', label: '', days: 7, maxUses: 1 } as const;
const LIST = { text: 'a@example.org', days: 1, mode: 'apply' } as const;
const later = () => ({ dueAt: Date.now() + 30 * 86_400_000, reason: 'Away for two weeks' });
/** An owner who is the only one stays it. */
const ONLY_OWNER = { ...OWNERS, owner: 'refused' } as const;

/** The organisation, cohorts and their people, invitations, assignments, webhooks, the record of acts. */
export const DESK: Table = {
  'acts/select-acts#selectActs': [TEACHERS, (actor) => selectActs(actor, ALL_ACTS, null)],
  'acts/select-acts#selectActKinds': [TEACHERS, (actor) => selectActKinds(actor)],
  'acts/select-acts#exportActs': [TEACHERS, (actor) => exportActs(actor, ALL_ACTS)],

  'cohorts/organisation#selectOwners': [OWNERS, (actor) => selectOwners(actor)],
  'cohorts/organisation#renameOrganisation': [OWNERS, (actor) => renameOrganisation(actor, 'Example Works')],
  'cohorts/organisation#appointOwner': [OWNERS, (actor, w) => appointOwner(actor, w.people.lead.email)],
  'cohorts/organisation#dismissOwner': [ONLY_OWNER, (actor, w) => dismissOwner(actor, w.people.owner.actor.learnerId)],
  'retention/retention#previewRetention': [OWNERS, (actor) => previewRetention(actor, RULES)],
  'retention/retention#saveRetention': [OWNERS, (actor) => saveRetention(actor, RULES)],
  'cohorts/cohorts#selectCohorts': [STAFF, (actor) => selectCohorts(actor)],
  'cohorts/cohorts#selectCohort': [MANAGERS_ALONE, (actor, w) => selectCohort(actor, w.cohortId, 'manage')],
  'cohorts/cohorts#selectVisibleCohort': [
    except('absent', { owner: 'yes', instructor: 'yes', reviewer: 'yes', lead: 'yes' }),
    (actor, w) => selectVisibleCohort(actor, w.cohortId),
  ],
  'cohorts/cohorts#createCohort': [OWNERS, (actor) => createCohort(actor, 'One more')],
  'cohorts/cohorts#changeCohort': [OWNERS, (actor, w) => changeCohort(actor, w.cohortId, { name: 'Renamed' })],
  'cohorts/cohorts#deleteCohort': [OWNERS, (actor, w) => deleteCohort(actor, w.cohortId, 'Platform team')],
  'cohorts/people#selectPeople': [
    MANAGERS,
    (actor, w) => selectPeople(actor, w.cohortId, { shown: 'active', query: '', page: 1 }),
  ],
  'cohorts/change-person#changePerson': [
    MANAGERS,
    (actor, w) => changePerson(actor, w.cohortId, w.people.learner.actor.learnerId, { type: 'withdraw' }),
  ],

  'invites/invites#selectInvites': [MANAGERS, (actor, w) => selectInvites(actor, w.cohortId)],
  'invites/invites#makeInvite': [MANAGERS, (actor, w) => makeInvite(actor, w.cohortId, TERMS)],
  'invites/invites#revokeInvite': [MANAGERS, (actor, w) => revokeInvite(actor, w.cohortId, w.inviteId)],
  'invites/import-list#importList': [MANAGERS, (actor, w) => importList(actor, w.cohortId, LIST)],

  'assignments/managed-cohort#selectManagedCohort': [
    MANAGERS_ALONE,
    (actor, w) => selectManagedCohort(actor, w.cohortId),
  ],
  'assignments/desk#selectAssignments': [MANAGERS, (actor, w) => selectAssignments(actor, w.cohortId)],
  'assignments/select-page#selectAssignmentPage': [
    MANAGERS,
    (actor, w) => selectAssignmentPage(actor, w.cohortId, w.assignmentId, 1),
  ],
  'assignments/desk#makeAssignment': [
    MANAGERS,
    (actor, w) => makeAssignment(actor, w.cohortId, planOf(), randomUUID()),
  ],
  'assignments/desk#changeAssignment': [
    MANAGERS,
    (actor, w) =>
      changeAssignment(actor, w.cohortId, w.assignmentId, { baseVersion: 1, plan: planOf({ title: 'Another' }) }),
  ],
  'assignments/desk#withdrawAssignment': [
    MANAGERS,
    (actor, w) => withdrawAssignment(actor, w.cohortId, w.assignmentId, true),
  ],
  'assignments/grant-extension#grantExtension': [
    MANAGERS,
    (actor, w) => grantExtension(actor, w.cohortId, w.assignmentId, w.people.learner.actor.learnerId, later()),
  ],
  'assignments/grant-extension#takeBackExtension': [
    MANAGERS,
    (actor, w) => takeBackExtension(actor, w.cohortId, w.assignmentId, w.people.learner.actor.learnerId),
  ],

  'webhooks/webhooks#selectWebhook': [MANAGERS, (actor, w) => selectWebhook(actor, w.cohortId)],
  'webhooks/webhooks#selectDeliveries': [MANAGERS, (actor, w) => selectDeliveries(actor, w.cohortId)],
  'webhooks/webhooks#selectFailedJobs': [MANAGERS, (actor, w) => selectFailedJobs(actor, w.cohortId)],
  'webhooks/webhooks#setWebhook': [
    MANAGERS,
    (actor, w) => setWebhook(actor, w.cohortId, 'https://hooks.example.org/b'),
  ],
  'webhooks/webhooks#removeWebhook': [MANAGERS, (actor, w) => removeWebhook(actor, w.cohortId)],
  'webhooks/webhooks#testWebhook': [MANAGERS, (actor, w) => testWebhook(actor, w.cohortId)],
};
