import type { Example } from '../example.ts';
import { subscribers } from '../data.ts';

export function figureAlone(): Example {
  return {
    title: 'A figure without a series',
    block: 'figure',
    spec: {
      data: 'mailing-list',
      value: 'subscribers',
      chart: 'none',
      unit: 'people',
      label: 'read the list',
    },
    datasets: [subscribers],
  };
}
