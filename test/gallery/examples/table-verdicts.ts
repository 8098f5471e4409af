import { distributions, minimum } from '../data-kernel.ts';
import type { Example } from '../example.ts';

export function tableVerdicts(): Example {
  return {
    title: 'A table with computed verdicts',
    block: 'table',
    spec: {
      data: 'distributions',
      columns: [
        'name',
        'rustc',
        {
          compute: 'at-least',
          column: 'rustc',
          minimum: 'minimum.rust',
          label: 'Builds {{ minimum.kernel }}',
        },
      ],
    },
    datasets: [distributions, minimum],
  };
}
