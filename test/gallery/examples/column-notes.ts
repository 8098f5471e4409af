import type { Example } from '../example.ts';
import { pulls } from '../data.ts';

export function columnNotes(): Example {
  return {
    title: 'Columns with a goal and a note',
    spec: {
      data: 'rust-pulls',
      type: 'column',
      x: 'version',
      y: 'commits',
      annotate: [
        { value: 40, text: 'goal of the year' },
        { point: '6.9', text: 'first driver' },
      ],
    },
    datasets: [pulls],
  };
}
