import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { DECISION_STATUSES, DecisionStatusSchema } from '@/schemas/decision';
import { inSixMonths } from './days';
import { EvidenceList, OptionList, PartList } from './decision-lists';
import { fieldId, STATUS_NAMES } from './decision-words';
import type { FormProps } from './form-props';
import styles from './studio.module.css';
import { LineField, TextField } from './text-field';

const LONG = 20_000;

/** The fields of a decision, in the order in which a reviewer reads them. */
export function DecisionForm({ record, change }: FormProps) {
  return (
    <div className={styles.form}>
      <Head record={record} change={change} />
      <TextField
        id={fieldId('context')}
        label="Context and facts"
        hint="What is there today, what hurts, and the figures that you have."
        rows={6}
        max={LONG}
        value={record.context}
        onChange={(context) => change({ context })}
      />
      <TextField
        id={fieldId('constraint')}
        label="Deciding constraint"
        hint="The one fact or limit that separates the options. Not every driver: the one that decides."
        rows={3}
        max={LONG}
        value={record.constraint}
        onChange={(constraint) => change({ constraint })}
      />
      <OptionList record={record} change={change} />
      <TextField
        id={fieldId('decision')}
        label="The decision"
        hint="What you do, in two or three sentences."
        max={LONG}
        value={record.decision}
        onChange={(decision) => change({ decision })}
      />
      <PartList record={record} change={change} />
      <EvidenceList record={record} change={change} />
      <TextField
        id={fieldId('boundary')}
        label="Boundary"
        hint="Where the chosen part ends, what contract crosses that line, and what crossing costs."
        max={LONG}
        value={record.boundary}
        onChange={(boundary) => change({ boundary })}
      />
      <TextField
        id={fieldId('ownership')}
        label="Ownership"
        hint="Which team owns it, who is on call, who can write and review it, and whom you will hire or train."
        max={LONG}
        value={record.ownership}
        onChange={(ownership) => change({ ownership })}
      />
      <Reversal record={record} change={change} />
      <TextField
        id={fieldId('consequences')}
        label="Consequences"
        hint="What gets better, what gets worse, and what you will have to live with."
        max={LONG}
        value={record.consequences}
        onChange={(consequences) => change({ consequences })}
      />
      <TextField
        id={fieldId('notes')}
        label="Anything else"
        max={LONG}
        value={record.notes}
        onChange={(notes) => change({ notes })}
      />
    </div>
  );
}

function Head({ record, change }: FormProps) {
  return (
    <>
      <LineField label="Title" max={200} value={record.title} onChange={(title) => change({ title })} />
      <div className={styles.pair}>
        <Field label="Date">
          {(control) => (
            <input
              {...control}
              type="date"
              value={record.date}
              onChange={({ currentTarget }) => change({ date: currentTarget.value })}
            />
          )}
        </Field>
        <Field label="Status">
          {(control) => (
            <select
              {...control}
              value={record.status}
              onChange={({ currentTarget }) => change({ status: DecisionStatusSchema.parse(currentTarget.value) })}
            >
              {DECISION_STATUSES.map((status) => (
                <option key={status} value={status}>
                  {STATUS_NAMES[status]}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
    </>
  );
}

function Reversal({ record, change }: FormProps) {
  const { reversal } = record;
  return (
    <fieldset id={fieldId('reversal')} className={styles.list}>
      <legend>Reversal condition</legend>
      <TextField
        label="What would make you undo this"
        hint="Something that anybody can observe: a measured value, an event."
        rows={3}
        max={LONG}
        value={reversal.what}
        onChange={(what) => change({ reversal: { ...reversal, what } })}
      />
      <LineField
        label="By when it must have shown"
        max={200}
        value={reversal.by}
        onChange={(by) => change({ reversal: { ...reversal, by } })}
      />
      <div className={styles.review}>
        <Field label="Ask me again on" hint="“Would you still decide this?” The studio asks on that day; empty: never.">
          {(control) => (
            <input
              {...control}
              type="date"
              value={record.reviewOn}
              onChange={({ currentTarget }) => change({ reviewOn: currentTarget.value })}
            />
          )}
        </Field>
        {record.reviewOn === '' ? (
          <Button onClick={() => change({ reviewOn: inSixMonths() })}>In six months</Button>
        ) : null}
      </div>
    </fieldset>
  );
}
