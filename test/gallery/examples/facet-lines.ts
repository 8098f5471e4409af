import type { Example } from '../example.ts';
import { areas } from '../data-kinds.ts';

export function facetLines(): Example {
  return {
    title: 'Small charts by subsystem',
    spec: { data: 'areas', type: 'area', y: 'commits', facet: 'area' },
    datasets: [areas],
  };
}
