import type { Example } from '../example.ts';
import { pulls } from '../data.ts';

export function dotColumns(): Example {
  return {
    title: 'Dots of two columns',
    spec: { data: 'rust-pulls', type: 'dot', y: ['authors', 'commits'] },
    datasets: [pulls],
  };
}
