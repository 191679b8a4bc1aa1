import { DataTable } from '@/components/ui/data-table';
import { sayCount } from '@/components/ui/say-count';
import type { OpinionDay } from '@/schemas/opinion';

interface OpinionBooksProps {
  readonly today: number;
  readonly perDay: number;
  readonly hasPrices: boolean;
  readonly days: readonly OpinionDay[];
}

/** What second opinions were asked for and what they used, per day: for whoever pays for them. */
export function OpinionBooks({ today, perDay, hasPrices, days }: OpinionBooksProps) {
  return (
    <>
      <p>
        {sayCount(today)} of {sayCount(perDay)} questions asked today. Days are UTC.{' '}
        {hasPrices ? 'Cost is tokens times the prices in the settings.' : 'Set JUDGE_PRICES to see what they cost.'}
      </p>
      {days.length > 0 ? (
        <DataTable caption="Second opinions of the last 30 days">
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col" data-numeric>
                Asked
              </th>
              <th scope="col" data-numeric>
                Tokens in
              </th>
              <th scope="col" data-numeric>
                Tokens out
              </th>
              <th scope="col" data-numeric>
                Cost
              </th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, asked, inputTokens, outputTokens, cost }) => (
              <tr key={day}>
                <th scope="row">{day}</th>
                <td data-numeric>{sayCount(asked)}</td>
                <td data-numeric>{sayCount(inputTokens)}</td>
                <td data-numeric>{sayCount(outputTokens)}</td>
                <td data-numeric>{hasPrices ? cost.toFixed(4) : 'no price set'}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      ) : null}
    </>
  );
}
