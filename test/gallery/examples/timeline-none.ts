import { kernels } from '../data-kernel.ts';
import type { Example } from '../example.ts';

export function timelineNone(): Example {
  return {
    title: 'Where releases stand',
    block: 'kernel-timeline',
    spec: { data: 'kernels', highlights: 'none' },
    datasets: [kernels],
  };
}
