import type { Example } from '../example.ts';
import { drivers, driversLater } from '../data-kinds.ts';

export function scatterDrivers(): Example {
  return {
    title: 'A scatter plot with groups',
    spec: {
      data: 'drivers',
      type: 'scatter',
      x: 'lines',
      y: 'size',
      group: 'area',
      unit: 'size of the module, kB',
    },
    datasets: [drivers],
    next: [driversLater],
  };
}
