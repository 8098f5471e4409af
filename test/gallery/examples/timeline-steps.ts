import { kernels } from '../data-kernel.ts';
import type { Example } from '../example.ts';

export function timelineSteps(): Example {
  return {
    title: 'Releases, one step each',
    block: 'timeline',
    spec: { data: 'kernels' },
    datasets: [kernels],
  };
}
