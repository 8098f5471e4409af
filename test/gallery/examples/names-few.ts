import { people } from '../data-kernel.ts';
import type { Example } from '../example.ts';

export function namesFew(): Example {
  return {
    title: 'A few names',
    block: 'names',
    spec: { data: 'people', limit: 20, more: 'and more' },
    datasets: [people],
  };
}
