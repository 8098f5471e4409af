import { entry } from '../data-kernel.ts';
import type { Example } from '../example.ts';

export function maintainersEntry(): Example {
  return {
    title: 'A MAINTAINERS entry',
    block: 'maintainers',
    spec: { data: 'entry', mark: 'New Reviewer', legend: true },
    datasets: [entry],
  };
}
