import type { Example } from '../example.ts';
import { quarters, quartersLater } from '../data.ts';

export function lineNotes(): Example {
  return {
    title: 'A line with notes at a value, dates and a point',
    spec: {
      data: 'quarters',
      type: 'line',
      annotate: [
        { value: 250, text: 'room of the old server' },
        { date: '2022-12', text: 'Rust is merged' },
        { date: '2023-02-15', text: 'new archive' },
        { point: '2023-09', text: 'conference month' },
      ],
    },
    datasets: [quarters],
    next: [quartersLater],
  };
}
