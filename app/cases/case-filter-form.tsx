import { CONSTRAINT_WORD, caseBoundaryName, DIRECTION_WORD } from '@/components/case/case-words';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { LinkButton } from '@/components/ui/link-button';
import { type CaseFacet, type CaseFilter, caseQuery, type countFacets, type FacetCount } from '@/course/case-filter';
import styles from './cases.module.css';

interface CaseFilterFormProps {
  readonly filter: CaseFilter;
  readonly counts: ReturnType<typeof countFacets>;
}

/** A plain GET form: the filter is the address, so it can be shared, bookmarked and used without a script. */
export function CaseFilterForm({ filter, counts }: CaseFilterFormProps) {
  return (
    <search className={styles.search} data-print="hide">
      <form action="/cases" method="get" className={styles.form} aria-label="Filter the cases">
        <Facet
          name="constraint"
          label="What decided"
          chosen={filter.constraint}
          options={counts.constraint}
          nameOf={(value) => CONSTRAINT_WORD[value]}
        />
        <Facet
          name="boundary"
          label="Boundary"
          chosen={filter.boundary}
          options={counts.boundary}
          nameOf={caseBoundaryName}
        />
        <Facet
          name="direction"
          label="Direction"
          chosen={filter.direction}
          options={counts.direction}
          nameOf={(value) => DIRECTION_WORD[value]}
        />
        <Field label="Words">
          {(control) => (
            <input {...control} type="search" name="q" defaultValue={filter.text} maxLength={80} autoComplete="off" />
          )}
        </Field>
        <div className={styles.actions}>
          <Button type="submit" kind="primary">
            Show
          </Button>
          {caseQuery(filter) ? <LinkButton href="/cases">Clear</LinkButton> : null}
        </div>
      </form>
    </search>
  );
}

interface FacetProps<Value extends string> {
  readonly name: CaseFacet;
  readonly label: string;
  readonly chosen: Value | null;
  readonly options: readonly FacetCount<Value>[];
  readonly nameOf: (value: Value) => string;
}

/** One choice, with how many cases each value would leave. */
function Facet<Value extends string>({ name, label, chosen, options, nameOf }: FacetProps<Value>) {
  return (
    <Field label={label}>
      {(control) => (
        <select {...control} name={name} defaultValue={chosen ?? ''}>
          <option value="">Any</option>
          {options.map(({ value, count }) => (
            <option key={value} value={value} disabled={count === 0 && value !== chosen}>
              {nameOf(value)} ({count})
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
