import type { Example } from '../example.ts';
import { subscribers, subscribersLater } from '../data.ts';

export function lineTwoPoints(): Example {
  return {
    title: 'Two points',
    spec: { data: 'mailing-list', type: 'line', y: 'subscribers', mark: '1y' },
    datasets: [subscribers],
    next: [subscribersLater],
  };
}
