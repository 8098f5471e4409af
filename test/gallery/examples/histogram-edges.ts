import type { Example } from '../example.ts';
import { drivers, driversLater } from '../data-kinds.ts';

export function histogramEdges(): Example {
  return {
    title: 'A histogram with given edges',
    spec: {
      data: 'drivers',
      type: 'histogram',
      x: 'lines',
      bins: [0, 1500, 3000, 4500, 6000, 7500],
    },
    datasets: [drivers],
    next: [driversLater],
  };
}
