import 'server-only';
import { getCourse } from '@/course/course';
import { selectModule, selectOptionalExercise } from '@/course/select';
import { type CertificateFacts, certificateStanding } from '@/grader/certificate/certificate-standing';
import type { ProgressFacts } from '@/grader/progress';
import { type CertificateStanding, CertificateStandingSchema, type CertificateWay } from '@/schemas/certificate';
import type { Course } from '@/schemas/course';
import type { Actor } from '../actor';
import { courseFacts, learnerFacts } from '../progress';

/** Where one learner stands, with what it rests on. */
export interface Standing {
  readonly course: Course;
  readonly facts: ProgressFacts;
  readonly standing: CertificateFacts;
}

const NOTHING_YET = { readLessonIds: [], latestByItem: {}, handIns: [], drafts: [], path: null } as const;

export async function computeStanding(actor: Actor | null): Promise<Standing> {
  const course = await getCourse();
  const facts = { ...courseFacts(course), ...(actor ? await learnerFacts(actor) : NOTHING_YET) };
  return { course, facts, standing: certificateStanding(facts, course.outline.capstone) };
}

/** The way in words of its size; null while none of its modules is open. */
export function wayOf({ course, facts, standing }: Standing): CertificateWay | null {
  const modules = standing.asked.length;
  if (modules === 0) return null;
  if (!facts.path) return { type: 'course', modules };
  return { type: 'path', title: facts.path.title, modules, ofModules: course.outline.modules.length };
}

/** What a certificate still asks of somebody; without an actor, of a visitor who has not begun. */
export async function selectCertificateStanding(actor: Actor | null): Promise<CertificateStanding> {
  const found = await computeStanding(actor);
  const { course, standing } = found;
  const capstone = course.outline.capstone && selectOptionalExercise(course, course.outline.capstone);
  return CertificateStandingSchema.parse({
    isEarned: standing.isEarned,
    way: wayOf(found),
    capstone: capstone ? { title: capstone.scenario.title, isPassed: standing.isCapstonePassed } : null,
    missing: standing.missing.map(({ moduleId, steps }) => ({
      moduleId,
      title: selectModule(course, moduleId).title,
      steps,
    })),
    minutesLeft: standing.minutesLeft,
  });
}
