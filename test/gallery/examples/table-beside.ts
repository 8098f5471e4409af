import { distributions } from '../data-kernel.ts';
import type { Example } from '../example.ts';

export function tableBeside(): Example {
  return {
    title: 'Groups of one column',
    block: 'table',
    spec: { data: 'distributions', group: 'kind', columns: [{ column: 'name', label: '' }] },
    datasets: [distributions],
  };
}
