import type { Example } from '../example.ts';
import { quarters } from '../data.ts';

export function lineCutAxis(): Example {
  return {
    title: 'An axis that does not start at zero',
    spec: {
      data: 'quarters',
      type: 'line',
      y: 'subscribers',
      min: 'auto',
      limit: 6,
      title: 'The last six quarters',
    },
    datasets: [quarters],
  };
}
