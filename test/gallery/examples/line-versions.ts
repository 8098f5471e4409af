import type { Example } from '../example.ts';
import { pulls } from '../data.ts';

export function lineVersions(): Example {
  return {
    title: 'A line over names, a value missing',
    spec: { data: 'rust-pulls', type: 'line', x: 'version', y: 'commits', unit: 'commits' },
    datasets: [pulls],
  };
}
