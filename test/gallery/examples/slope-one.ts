import type { Example } from '../example.ts';
import { subscribers, subscribersLater } from '../data.ts';

export function slopeOne(): Example {
  return {
    title: 'Then and now',
    spec: { data: 'mailing-list', type: 'slope', y: 'subscribers' },
    datasets: [subscribers],
    next: [subscribersLater],
  };
}
