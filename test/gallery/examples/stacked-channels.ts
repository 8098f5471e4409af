import type { Example } from '../example.ts';
import { channels } from '../data.ts';

export function stackedChannels(): Example {
  return {
    title: 'Parts of a whole',
    spec: { data: 'channels', type: 'stacked', y: ['list', 'chat', 'forum'] },
    datasets: [channels],
  };
}
