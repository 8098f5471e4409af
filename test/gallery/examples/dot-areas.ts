import type { Example } from '../example.ts';
import { crates, cratesLater } from '../data.ts';

export function dotAreas(): Example {
  return {
    title: 'Dots, then and now',
    spec: { data: 'lines', type: 'dot', y: 'lines', sort: 'value', mark: '1y' },
    datasets: [crates],
    next: [cratesLater],
  };
}
