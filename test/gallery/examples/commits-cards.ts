import { commits } from '../data-kernel.ts';
import type { Example } from '../example.ts';

export function commitsCards(): Example {
  return {
    title: 'Commits',
    block: 'commits',
    spec: { data: 'commits' },
    datasets: [commits],
  };
}
