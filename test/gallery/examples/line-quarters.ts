import type { Example } from '../example.ts';
import { quarters } from '../data.ts';

export function lineQuarters(): Example {
  return {
    title: 'A series with a gap',
    spec: { data: 'quarters', type: 'line', y: 'subscribers', mark: '1y' },
    datasets: [quarters],
  };
}
