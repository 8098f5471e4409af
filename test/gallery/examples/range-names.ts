import type { Example } from '../example.ts';
import { timings } from '../data-kinds.ts';

export function rangeNames(): Example {
  return {
    title: 'Ranges by name',
    spec: { data: 'timings', type: 'range', low: 'least', high: 'most', min: 'auto' },
    datasets: [timings],
  };
}
