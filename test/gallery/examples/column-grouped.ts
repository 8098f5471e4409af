import type { Example } from '../example.ts';
import { channels } from '../data.ts';

export function columnGrouped(): Example {
  return {
    title: 'Columns side by side',
    spec: { data: 'channels', type: 'column', y: ['list', 'chat', 'forum'] },
    datasets: [channels],
  };
}
