import { comparePath } from '@/components/paths';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import type { DraftComparison } from '@/schemas/comparison';
import styles from './compare.module.css';

/** Which two drafts: a plain form, so that the choice is in the address and needs no script. */
export function ChooseDrafts({ comparison }: { readonly comparison: DraftComparison }) {
  const { scenarioId, handIns, before, after } = comparison;
  const options = handIns.map(({ number }) => (
    <option key={number} value={number}>
      Draft {number}
    </option>
  ));
  return (
    <form className={styles.form} action={comparePath(scenarioId)}>
      <Field label="Earlier draft">
        {(control) => (
          <select {...control} name="from" defaultValue={before.summary.number}>
            {options}
          </select>
        )}
      </Field>
      <Field label="Later draft">
        {(control) => (
          <select {...control} name="to" defaultValue={after.summary.number}>
            {options}
          </select>
        )}
      </Field>
      <Button type="submit">Compare</Button>
    </form>
  );
}
