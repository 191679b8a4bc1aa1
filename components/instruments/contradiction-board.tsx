'use client';

import { useState } from 'react';
import { BoardReading, READINGS } from './contradiction-reading';
import { Picker } from './controls';
import { Frame } from './frame';
import { type Judgements, type Pair, type Reading, UNJUDGED } from './models/contradiction-board';
import { PAIRS } from './models/contradiction-pairs';
import type { Prediction } from './prediction-form';

const PREDICTION: Prediction = {
  question:
    'Here are nine pairs of statements from the two documents that seem to contradict each other. Once subject, condition and measure are written down, how many still exclude each other?',
  options: [
    {
      id: 'few',
      text: 'two',
      reply:
        'Yes, by our reading two. Judge the pairs before you see why: can both hold, and if they seem to clash, what is the matter?',
    },
    {
      id: 'half',
      text: 'four or five',
      reply:
        'By our reading only two are left. Judge the pairs one by one, and watch in how many of the test cases the two statements meet at all.',
    },
    {
      id: 'most',
      text: 'seven or more',
      reply:
        'That is how it feels in a meeting. By our reading only two are left; in most of the test cases just one of the statements has said anything.',
    },
  ],
  unpredicted: 'Take a pair, answer both questions, and then look at the test cases: where do the two statements meet?',
};

const OPTIONS = PAIRS.map(({ id, name }) => ({ id, text: name }));
const READING_OPTIONS = (['subject', 'condition', 'measure', 'conflict'] as const).map((id) => ({
  id,
  text: READINGS[id],
}));

type Unchosen = '';

export function ContradictionBoard() {
  const [pairId, setPairId] = useState(PAIRS[0]?.id ?? '');
  const [judgements, setJudgements] = useState<Judgements>({});
  const pair: Pair | undefined = PAIRS.find(({ id }) => id === pairId);
  const judgement = judgements[pairId] ?? UNJUDGED;
  const judge = (part: Partial<typeof judgement>) =>
    setJudgements({ ...judgements, [pairId]: { ...judgement, ...part } });
  return (
    <Frame
      title="The documents against each other"
      lead="Choose a pair and answer two questions. Then both statements are put to three concrete situations."
      prediction={PREDICTION}
      onReset={() => {
        setPairId(PAIRS[0]?.id ?? '');
        setJudgements({});
      }}
      controls={
        <>
          <Picker label="Pair" value={pairId} options={OPTIONS} onChange={setPairId} />
          <Picker<'yes' | 'no' | Unchosen>
            label="Can both hold, if read kindly?"
            value={judgement.canBothHold === null ? '' : judgement.canBothHold ? 'yes' : 'no'}
            options={[
              { id: 'yes', text: 'yes' },
              { id: 'no', text: 'no' },
            ]}
            onChange={(answer) => judge({ canBothHold: answer === 'yes' })}
          />
          <Picker<Reading | Unchosen>
            label="What is the matter?"
            value={judgement.reading ?? ''}
            options={READING_OPTIONS}
            onChange={(reading) => judge({ reading: reading === '' ? null : reading })}
          />
        </>
      }
      reading={(isTable) =>
        pair ? <BoardReading pair={pair} judgement={judgement} judgements={judgements} isTable={isTable} /> : null
      }
      limits="The statements are in our words and shorter than the originals, so follow the claim’s id when in doubt. Three situations are not all situations, and our reading is one reading; the reasons are given so that you can disagree with them. Nothing is scored or stored."
    />
  );
}
