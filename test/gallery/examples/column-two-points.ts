import type { Example } from '../example.ts';
import { subscribers, subscribersLater } from '../data.ts';

export function columnTwoPoints(): Example {
  return {
    title: 'Two columns',
    spec: { data: 'mailing-list', type: 'column', y: 'subscribers', mark: '1y' },
    datasets: [subscribers],
    next: [subscribersLater],
  };
}
