'use client';

import { useState } from 'react';
import { Slider } from './controls';
import { Frame } from './frame';
import { LUMENBID, type TrafficInput } from './models/percentile-explorer';
import { PercentileReading } from './percentile-reading';
import type { Prediction } from './prediction-form';

const PREDICTION: Prediction = {
  question:
    'Collections cover 14 % of the time. While one runs, one request in thirteen takes longer than 12 ms. Over all requests, which is the first of these figures to rise above 12 ms?',
  options: [
    {
      id: 'mean',
      text: 'the mean',
      reply:
        'The mean hardly moves: 4.2 ms without collections, 4.4 with them. One request in ninety-three misses, and p99 is the first figure that can see it, at 12.6 ms.',
    },
    {
      id: 'p90',
      text: 'p90',
      reply:
        'p90 is blind to anything rarer than one in ten; it reads 6 ms. Only 1.1 % of all requests miss, so p99 is the first to show it, and only just: 12.6 ms.',
    },
    {
      id: 'p99',
      text: 'p99',
      reply:
        'Yes, and only just: 0.14 ÷ 13 is 1.1 %, a little more than the one per cent that p99 allows. Move the share of time to 10 % and p99 looks healthy again while p99.9 does not.',
    },
    {
      id: 'p999',
      text: 'p99.9',
      reply:
        'p99.9 is far above it, but p99 already reads 12.6 ms: 0.14 ÷ 13 is 1.1 %. At 10 % of the time your answer would be right; try it.',
    },
  ],
  unpredicted: 'Start by moving the share of time from 14 % down to 10 % and watch p99 and p99.9 part company.',
};

const percent = (value: number) => `${Math.round(value * 100)} %`;

/** Seeded traffic around collector cycles. The figure is computed only once the instrument is open. */
export function PercentileExplorer() {
  const [traffic, setTraffic] = useState<TrafficInput>(LUMENBID);
  const [fanOut, setFanOut] = useState(1);
  return (
    <Frame
      title="Where collector work lands"
      lead="Forty thousand simulated requests, the same ones every time. The step they belong to may take 12 ms."
      prediction={PREDICTION}
      onReset={() => {
        setTraffic(LUMENBID);
        setFanOut(1);
      }}
      controls={
        <>
          <Slider
            label="Time spent in collections"
            value={traffic.cycleShare}
            min={0}
            max={0.3}
            step={0.01}
            format={percent}
            onChange={(cycleShare) => setTraffic({ ...traffic, cycleShare })}
          />
          <Slider
            label="Requests slowed meanwhile"
            value={traffic.slowedShare}
            min={0}
            max={0.4}
            step={0.01}
            format={percent}
            onChange={(slowedShare) => setTraffic({ ...traffic, slowedShare })}
          />
          <Slider
            label="Their mean extra delay"
            value={traffic.meanDelay}
            min={0.1}
            max={20}
            step={0.1}
            format={(value) => `${value.toFixed(1)} ms`}
            onChange={(meanDelay) => setTraffic({ ...traffic, meanDelay })}
          />
          <Slider
            label="Answers one operation waits for"
            value={fanOut}
            min={1}
            max={50}
            step={1}
            format={(value) => String(value)}
            onChange={setFanOut}
          />
        </>
      }
      reading={(isTable) => <PercentileReading traffic={traffic} fanOut={fanOut} isTable={isTable} />}
      limits="Which requests are slowed, and by how much, is drawn from simple distributions; real tails are lumpier, and slow requests come together. Queues are not modelled, so a real service under load would look worse."
    />
  );
}
