import type { Example } from '../example.ts';
import { delays } from '../data-kinds.ts';

export function rangeDates(): Example {
  return {
    title: 'Ranges along dates',
    spec: {
      data: 'delays',
      type: 'range',
      low: 'low',
      high: 'high',
      annotate: [{ value: 30, text: 'one month' }],
    },
    datasets: [delays],
  };
}
