import { distributions } from '../data-kernel.ts';
import type { Example } from '../example.ts';

export function tableGroups(): Example {
  return {
    title: 'A table in groups, a column lit',
    block: 'table',
    spec: {
      data: 'distributions',
      group: 'kind',
      columns: ['name', { column: 'packages', format: 'code' }, 'rustc'],
      highlight: { column: 'rustc', steps: true },
      mark: { name: 'Ubuntu' },
    },
    datasets: [distributions],
  };
}
