import 'server-only';
import type { Exercise } from '@/schemas/course';
import { toPublicScenario } from '@/schemas/scenario';
import { contentHash } from '../db/json';

/** Hash of what a learner reads of an exercise and is graded by: the brief of the files, its rubric and its probes. */
export const exerciseHash = ({ scenario, rubricHash, variation }: Exercise): string =>
  contentHash([toPublicScenario(variation?.base.scenario ?? scenario), variation?.base.rubricHash ?? rubricHash]);
