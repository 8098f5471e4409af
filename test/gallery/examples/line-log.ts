import type { Example } from '../example.ts';
import { sizes } from '../data-kinds.ts';

export function lineLog(): Example {
  return {
    title: 'Lines on a logarithmic axis',
    spec: { data: 'sizes', type: 'line', y: ['kernel', 'driver', 'module'], scale: 'log' },
    datasets: [sizes],
  };
}
