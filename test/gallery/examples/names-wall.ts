import { people } from '../data-kernel.ts';
import type { Example } from '../example.ts';

export function namesWall(): Example {
  return {
    title: 'As many names as fit',
    block: 'names',
    spec: { data: 'people' },
    datasets: [people],
  };
}
