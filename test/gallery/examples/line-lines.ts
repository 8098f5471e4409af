import type { Example } from '../example.ts';
import { channels } from '../data.ts';

export function lineLines(): Example {
  return {
    title: 'Several lines, named at their ends',
    spec: { data: 'channels', type: 'line', y: ['list', 'chat', 'forum'] },
    datasets: [channels],
  };
}
