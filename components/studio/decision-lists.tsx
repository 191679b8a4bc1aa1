import { Field } from '@/components/ui/field';
import {
  DECISION_CHOICES,
  DecisionChoiceSchema,
  type DecisionEvidence,
  type DecisionOption,
  type DecisionPart,
} from '@/schemas/decision';
import { CHOICE_NAMES, fieldId } from './decision-words';
import { EntryList } from './entry-list';
import type { FormProps } from './form-props';
import styles from './studio.module.css';
import { LineField, TextField } from './text-field';

const EMPTY_PART: DecisionPart = { name: '', choice: 'keep-existing', other: '' };
const EMPTY_OPTION: DecisionOption = { name: '', pros: '', cons: '' };
const EMPTY_EVIDENCE: DecisionEvidence = { claim: '', source: '', limit: '' };

export function PartList({ record, change }: FormProps) {
  return (
    <EntryList
      title="Components"
      hint="Up to eight parts of the system, and what is chosen for each."
      noun="component"
      most={8}
      entries={record.parts}
      empty={EMPTY_PART}
      onChange={(parts) => change({ parts })}
    >
      {(part, changePart) => (
        <div className={styles.pair}>
          <div data-entry-start="">
            <LineField label="Name" max={120} value={part.name} onChange={(name) => changePart({ name })} />
          </div>
          <Field label="Choice">
            {(control) => (
              <select
                {...control}
                value={part.choice}
                onChange={({ currentTarget }) =>
                  changePart({ choice: DecisionChoiceSchema.parse(currentTarget.value) })
                }
              >
                {DECISION_CHOICES.map((choice) => (
                  <option key={choice} value={choice}>
                    {CHOICE_NAMES[choice]}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {part.choice === 'other' ? (
            <LineField label="What" max={120} value={part.other} onChange={(other) => changePart({ other })} />
          ) : null}
        </div>
      )}
    </EntryList>
  );
}

export function OptionList({ record, change }: FormProps) {
  return (
    <EntryList
      id={fieldId('options')}
      title="Options considered"
      hint="Each with what speaks for and against it. Keeping what exists is one of them."
      noun="option"
      most={12}
      entries={record.options}
      empty={EMPTY_OPTION}
      onChange={(options) => change({ options })}
    >
      {(option, changeOption) => (
        <>
          <div data-entry-start="">
            <LineField label="Option" max={200} value={option.name} onChange={(name) => changeOption({ name })} />
          </div>
          <div className={styles.pair}>
            <TextField
              label="For"
              rows={3}
              max={4_000}
              value={option.pros}
              onChange={(pros) => changeOption({ pros })}
            />
            <TextField
              label="Against"
              rows={3}
              max={4_000}
              value={option.cons}
              onChange={(cons) => changeOption({ cons })}
            />
          </div>
        </>
      )}
    </EntryList>
  );
}

export function EvidenceList({ record, change }: FormProps) {
  return (
    <EntryList
      id={fieldId('evidence')}
      title="Evidence"
      hint="A claim, where somebody can check it, and what it does not show about your system."
      noun="piece of evidence"
      most={20}
      entries={record.evidence}
      empty={EMPTY_EVIDENCE}
      onChange={(evidence) => change({ evidence })}
    >
      {(evidence, changeEvidence) => (
        <>
          <div data-entry-start="">
            <TextField
              label="Claim"
              rows={2}
              max={2_000}
              value={evidence.claim}
              onChange={(claim) => changeEvidence({ claim })}
            />
          </div>
          <TextField
            label="Source"
            hint="An address, a document, a measurement of your own with its date."
            rows={2}
            max={2_000}
            value={evidence.source}
            onChange={(source) => changeEvidence({ source })}
          />
          <TextField
            label="Its limit"
            rows={2}
            max={2_000}
            value={evidence.limit}
            onChange={(limit) => changeEvidence({ limit })}
          />
        </>
      )}
    </EntryList>
  );
}
