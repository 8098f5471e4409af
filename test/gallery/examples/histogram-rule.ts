import type { Example } from '../example.ts';
import { latencies } from '../data-kinds.ts';

export function histogramRule(): Example {
  return {
    title: 'A histogram with bins by rule',
    spec: {
      data: 'latencies',
      type: 'histogram',
      x: 'latency',
      annotate: [{ value: 60, text: 'promised to users' }],
    },
    datasets: [latencies],
  };
}
