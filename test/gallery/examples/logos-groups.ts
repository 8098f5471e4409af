import { firms } from '../data-kernel.ts';
import type { Example } from '../example.ts';

export function logosGroups(): Example {
  return {
    title: 'Logos in groups',
    block: 'logos',
    spec: { data: 'firms', group: 'role' },
    datasets: [firms],
  };
}
