import type { Example } from '../example.ts';
import { quarters } from '../data.ts';

export function areaQuarters(): Example {
  return {
    title: 'An area',
    spec: { data: 'quarters', type: 'area', y: 'subscribers' },
    datasets: [quarters],
  };
}
