import type { Example } from '../example.ts';
import { areas } from '../data-kinds.ts';

export function facetColumn(): Example {
  return {
    title: 'Small charts in a column',
    isInColumn: true,
    spec: { data: 'areas', type: 'line', y: 'commits', facet: 'area' },
    datasets: [areas],
  };
}
