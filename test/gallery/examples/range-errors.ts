import type { Example } from '../example.ts';
import { timings, timingsLater } from '../data-kinds.ts';

export function rangeErrors(): Example {
  return {
    title: 'Error bars by name',
    spec: { data: 'timings', type: 'range', y: 'time', low: 'least', high: 'most' },
    datasets: [timings],
    next: [timingsLater],
  };
}
