import type { Example } from '../example.ts';
import { crates, cratesLater } from '../data.ts';

export function barNotes(): Example {
  return {
    title: 'Bars with two reference lines',
    spec: {
      data: 'lines',
      type: 'bar',
      y: 'lines',
      sort: 'value',
      annotate: [
        { value: 5000, text: 'most of a review' },
        { value: 7000, text: 'size of the C driver' },
      ],
    },
    datasets: [crates],
    next: [cratesLater],
  };
}
