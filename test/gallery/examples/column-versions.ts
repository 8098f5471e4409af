import type { Example } from '../example.ts';
import { pulls } from '../data.ts';

export function columnVersions(): Example {
  return {
    title: 'Columns over names',
    spec: {
      data: 'rust-pulls',
      type: 'column',
      x: 'version',
      y: 'commits',
      unit: 'commits',
      highlight: '6.12',
    },
    datasets: [pulls],
  };
}
