import type { Example } from '../example.ts';
import { areas } from '../data-kinds.ts';

export function facetColumns(): Example {
  return {
    title: 'Small columns with a goal',
    spec: {
      data: 'areas',
      type: 'column',
      y: 'commits',
      facet: 'area',
      annotate: [{ value: 80, text: 'goal' }],
    },
    datasets: [areas],
  };
}
