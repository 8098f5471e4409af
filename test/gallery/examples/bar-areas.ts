import type { Example } from '../example.ts';
import { crates, cratesLater } from '../data.ts';

export function barAreas(): Example {
  return {
    title: 'Bars with the value a year ago',
    spec: {
      data: 'lines',
      type: 'bar',
      y: 'lines',
      sort: 'value',
      mark: '1y',
      highlight: 'rust/kernel',
    },
    datasets: [crates],
    next: [cratesLater],
  };
}
