import { kernels } from '../data-kernel.ts';
import type { Example } from '../example.ts';

export function timelineSteps(): Example {
  return {
    title: 'Releases, one step each',
    block: 'timeline',
    spec: { data: 'kernels', cadence: '9w', below: { column: 'rust', label: 'Rust' } },
    datasets: [kernels],
  };
}
