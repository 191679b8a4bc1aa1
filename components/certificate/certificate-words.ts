import type { CertificateBody, CertificateWay } from '@/schemas/certificate';

const count = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;

/** “all 12 modules of …”, or “the path “Leader” through … (8 of its 12 modules)”. */
export function wayWords(way: CertificateWay, course: string): string {
  if (way.type === 'course')
    return way.modules === 1 ? `the one module of “${course}”` : `all ${way.modules} modules of “${course}”`;
  return `the path “${way.title}” through “${course}”, ${way.modules} of its ${way.ofModules} modules`;
}

/** How much was done, without a share of anything. */
export function doneWords({ lessonsRead, quizzesMastered, exercisesPassed }: CertificateBody): string {
  const parts = [
    `${count(lessonsRead, 'lesson')} read`,
    `${count(quizzesMastered, 'quiz', 'quizzes')} mastered`,
    `${count(exercisesPassed, 'decision record')} passed`,
  ];
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}.`;
}

/** Who judged, said plainly. */
export function judgedWords({ unsure, demonstrated }: CertificateBody): string {
  const doubt =
    unsure === 0
      ? ''
      : ` For ${unsure} of the ${count(demonstrated.length, 'record')} it was not sure and asked for a person to look.`;
  return `Graded by machine: a program compared the records with rubrics that people wrote; no examiner’s judgement is part of this.${doubt} Drafts are unlimited in this course and hints are part of it; the best draft counts. The name is as its holder typed it; nobody checked who was at the keyboard.`;
}
