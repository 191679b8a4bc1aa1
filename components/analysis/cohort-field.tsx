import { Field } from '@/components/ui/field';

export interface CohortChoice {
  readonly id: string;
  readonly name: string;
}

/** Which cohort's learners are counted: a list in a plain GET form. */
export function CohortField({
  cohorts,
  chosen,
}: {
  readonly cohorts: readonly CohortChoice[];
  readonly chosen: string | null;
}) {
  return (
    <Field label="Cohort">
      {(control) => (
        <select {...control} name="cohort" defaultValue={chosen ?? ''}>
          <option value="">All of mine</option>
          {cohorts.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
