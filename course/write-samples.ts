import { stringify } from 'yaml';
import type { LabelledSample } from '@/schemas/labelled-sample';

function writeOne({ scenarioId, criterionId, level, text, sample, rubricHash, createdAt }: LabelledSample): string {
  const day = new Date(createdAt).toISOString().slice(0, 10);
  const about = [
    `exercises/${scenarioId}/samples/appeal-${criterionId.toLowerCase()}-${day}.yaml`,
    `After an appeal: ${criterionId} is ${level}. The other levels are those in force then; look at each before you keep it.`,
    ...(text ? [`The sentence: ${text.replaceAll(/\s+/g, ' ').trim()}`] : []),
    `Marked by the rubric with the hash ${rubricHash}. Set profile to the kind of text that it is.`,
  ];
  return `${about.map((line) => `# ${line}`).join('\n')}\n${stringify(sample, { lineWidth: 0 })}`;
}

/** Labelled samples as one file of YAML documents, each in the format of a sample file of its exercise. */
export const writeSamples = (samples: readonly LabelledSample[]): string => samples.map(writeOne).join('---\n');
