import type { Example } from '../example.ts';
import { quarters } from '../data.ts';

export function figureLine(): Example {
  return {
    title: 'A figure with a long series',
    block: 'figure',
    spec: {
      data: 'quarters',
      value: 'subscribers',
      ago: '1y',
      chart: 'line',
      note: 'Counted on the first day of each quarter.',
    },
    datasets: [quarters],
  };
}
