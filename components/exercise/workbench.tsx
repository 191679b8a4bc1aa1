'use client';

import { type ReactNode, useState } from 'react';
import type { Reader } from '@/components/outbox/waiting-hand-in';
import { Button } from '@/components/ui/button';
import type { Recipient } from '@/schemas/opinion';
import type { Preferences } from '@/schemas/roster';
import type { PartialHandIn, PublicScenario } from '@/schemas/scenario';
import type { Draft } from '@/schemas/submission';
import { BoundaryChooser } from './boundary-chooser';
import { BoundaryDiagram } from './boundary-diagram';
import { DecisionBoard } from './decision-board';
import { HandInNotice } from './hand-in-notice';
import { completeHandIn, missingParts } from './missing-parts';
import { OpinionBox, OpinionTerms } from './opinion-choice';
import { pastesKey } from './pastes';
import { RecordEditor } from './record-editor';
import { countOwnWords } from './record-template';
import { RevisionNote } from './revision-note';
import { StateLine } from './state-line';
import { RecoveredWork, SetAsideList, TwoVersions } from './two-versions';
import { useDraft } from './use-draft';
import { useHandIn } from './use-hand-in';
import { type AskedRevision, useRevision } from './use-revision';
import styles from './workbench.module.css';

const STEPS = [
  { id: 'brief', name: 'Brief' },
  { id: 'board', name: 'Board' },
  { id: 'record', name: 'Text' },
] as const;
type Step = (typeof STEPS)[number]['id'];

interface WorkbenchProps {
  readonly scenarioId: PublicScenario['id'];
  readonly components: PublicScenario['components'];
  readonly reader: Reader | null;
  readonly stored: Draft | null;
  readonly draftNumber: number;
  /** Which attempt the page shows: a closed one takes no more drafts. */
  readonly attempt: number;
  readonly preferredEditor: Preferences['editor'];
  /** Who would give a second opinion, and whether it was wanted last time; null where there is nobody. */
  readonly opinion: { readonly recipient: Recipient; readonly isWanted: boolean } | null;
  /** Rendered on the server: the memo at the left, and the marks of a good record above the text. */
  readonly brief: ReactNode;
  readonly marks: ReactNode;
  /** An earlier draft to go on from; null on an ordinary visit. */
  readonly revision?: AskedRevision | null;
}

/** Brief, board and text beside each other; on a phone one after the other. */
export function Workbench(props: WorkbenchProps) {
  const { scenarioId, components } = props;
  const { reader, attempt } = props;
  const { state, dispatch, saveNow } = useDraft(scenarioId, reader?.learnerId ?? null, props.stored, attempt);
  useRevision(scenarioId, props.revision ?? null, dispatch);
  const { phase, handIn, drop } = useHandIn({ scenarioId, attempt, reader, work: state.work, dispatch, saveNow });
  const isSending = phase.status === 'sending';
  const [step, setStep] = useState<Step>('brief');
  const [hasTried, setTried] = useState(false);
  const recipient = props.opinion?.recipient;
  const [isOpinionWanted, setOpinionWanted] = useState(props.opinion?.isWanted ?? false);
  const { work } = state;
  const missing = missingParts(work, components);
  const change = (part: Partial<PartialHandIn>) =>
    dispatch({ type: 'edited', work: { ...work, ...part }, now: Date.now() });

  async function tryHandIn() {
    const record = completeHandIn(work, components);
    if (!record) {
      setTried(true);
      goTo(missing[0]?.target ?? '', setStep);
      return;
    }
    await handIn(record, recipient && { recipientId: recipient.id, isWanted: isOpinionWanted });
  }

  return (
    <div className={styles.bench} data-step={step}>
      <StepSwitch step={step} onStep={setStep} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that may scroll must be reachable by keyboard */}
      <section className={styles.brief} tabIndex={0} aria-label="Brief">
        {props.brief}
        <NextStep to="board" onStep={setStep}>
          Next: the board
        </NextStep>
      </section>
      <div className={styles.work}>
        <RecoveredWork state={state} dispatch={dispatch} />
        <RevisionNote state={state} dispatch={dispatch} />
        <section className={styles.board} aria-labelledby="board-heading">
          <h2 id="board-heading">Decide, part by part</h2>
          <DecisionBoard
            components={components}
            choices={work.choices}
            onChoose={(id, choice) => change({ choices: { ...work.choices, [id]: choice } })}
          />
          <BoundaryChooser chosen={work.boundary} onChoose={(boundary) => change({ boundary })} />
          <BoundaryDiagram components={components} choices={work.choices} boundary={work.boundary} />
          <NextStep to="record" onStep={setStep}>
            Next: the text
          </NextStep>
        </section>
        <section className={styles.record} aria-labelledby="record-heading">
          <h2 id="record-heading">Defend it in writing</h2>
          {props.marks}
          <RecordEditor
            value={work.explanation}
            onChange={(explanation) => change({ explanation })}
            preferred={props.preferredEditor}
            pastesKey={pastesKey(reader?.learnerId ?? null, scenarioId, attempt)}
          />
          <SetAsideList state={state} dispatch={dispatch} />
          <HandInNotice phase={phase} onDrop={drop} />
        </section>
        <TwoVersions state={state} dispatch={dispatch} components={components} />
        {recipient ? <OpinionTerms recipient={recipient} /> : null}
        <StateLine
          save={state.save}
          words={countOwnWords(work.explanation)}
          draftNumber={props.draftNumber}
          missing={missing}
          hasTried={hasTried}
          isSending={isSending}
          onHandIn={() => void tryHandIn()}
          beforeHandIn={
            recipient ? (
              <OpinionBox
                recipient={recipient}
                isWanted={isOpinionWanted}
                isLocked={isSending}
                onChange={setOpinionWanted}
              />
            ) : null
          }
        />
      </div>
    </div>
  );
}

interface StepProps {
  readonly onStep: (step: Step) => void;
}

function StepSwitch({ step, onStep }: StepProps & { readonly step: Step }) {
  return (
    <nav className={styles.steps} aria-label="Parts of this exercise">
      {STEPS.map(({ id, name }, index) => (
        <button key={id} type="button" aria-current={step === id ? 'step' : undefined} onClick={() => onStep(id)}>
          {index + 1}. {name}
        </button>
      ))}
    </nav>
  );
}

function NextStep({ to, onStep, children }: StepProps & { readonly to: Step; readonly children: ReactNode }) {
  return (
    <div className={styles.next}>
      <Button
        onClick={() => {
          onStep(to);
          window.scrollTo({ top: 0 });
        }}
      >
        {children}
      </Button>
    </div>
  );
}

/** Shows the step that holds a control and puts the focus on it. */
function goTo(target: string, onStep: (step: Step) => void): void {
  onStep(target === 'record' ? 'record' : 'board');
  window.requestAnimationFrame(() => {
    const control = document.getElementById(target);
    const isCovered = control instanceof HTMLTextAreaElement && control.hidden;
    const place = isCovered
      ? control.parentElement?.querySelector<HTMLElement>('[role="textbox"], textarea:not([hidden])')
      : control;
    place?.focus();
    control?.closest('fieldset, section')?.scrollIntoView({ block: 'center' });
  });
}
