import type { Example } from '../example.ts';
import { pulls } from '../data.ts';

export function barVersions(): Example {
  return {
    title: 'Bars in the order of the data',
    spec: { data: 'rust-pulls', type: 'bar', y: 'commits', unit: 'commits' },
    datasets: [pulls],
  };
}
