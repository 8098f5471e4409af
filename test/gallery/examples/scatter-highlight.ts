import type { Example } from '../example.ts';
import { drivers } from '../data-kinds.ts';

export function scatterHighlight(): Example {
  return {
    title: 'A scatter plot with an accent and a limit',
    spec: {
      data: 'drivers',
      type: 'scatter',
      x: 'lines',
      y: 'size',
      unit: 'kB',
      highlight: ['binder', 'puzzlefs'],
      annotate: [
        { value: 180, text: 'limit of the boot image' },
        { point: 'puzzlefs', text: 'twice its share' },
      ],
    },
    datasets: [drivers],
  };
}
