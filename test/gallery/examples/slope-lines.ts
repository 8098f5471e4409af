import type { Example } from '../example.ts';
import { channels } from '../data.ts';

export function slopeLines(): Example {
  return {
    title: 'Then and now of several',
    spec: { data: 'channels', type: 'slope', y: ['list', 'chat', 'forum'], limit: 2, min: 'auto' },
    datasets: [channels],
  };
}
