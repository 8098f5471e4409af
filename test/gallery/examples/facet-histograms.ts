import type { Example } from '../example.ts';
import { drivers, driversLater } from '../data-kinds.ts';

export function facetHistograms(): Example {
  return {
    title: 'Small histograms by area',
    spec: { data: 'drivers', type: 'histogram', x: 'lines', facet: 'area' },
    datasets: [drivers],
    next: [driversLater],
  };
}
