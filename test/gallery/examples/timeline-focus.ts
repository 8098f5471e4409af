import { kernels } from '../data-kernel.ts';
import type { Example } from '../example.ts';

export function timelineFocus(): Example {
  return {
    title: 'One release in focus',
    block: 'kernel-timeline',
    spec: { data: 'kernels', focus: '6.12' },
    datasets: [kernels],
  };
}
