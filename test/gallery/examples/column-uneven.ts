import type { Example } from '../example.ts';
import { makeView } from '../example.ts';

const YEARS = [2012, 2013, 2014, 2016, 2018, 2019, 2022, 2023, 2024];

export function columnUneven(): Example {
  const rows = YEARS.map((year, index) => ({ asOf: String(year), people: 45 + 15 * index }));
  return {
    title: 'Columns of years, some without a meeting',
    spec: { data: 'meetings', type: 'column' },
    datasets: [makeView('meetings', rows, { unit: 'people' })],
  };
}
