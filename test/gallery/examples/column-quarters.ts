import type { Example } from '../example.ts';
import { quarters } from '../data.ts';

export function columnQuarters(): Example {
  return {
    title: 'Many columns',
    spec: { data: 'quarters', type: 'column', y: 'subscribers' },
    datasets: [quarters],
  };
}
