import type { Example } from '../example.ts';
import { subscribers, subscribersLater } from '../data.ts';

export function figureSubscribers(): Example {
  return {
    title: 'Growing community',
    block: 'figure',
    spec: {
      data: 'mailing-list',
      value: 'subscribers',
      ago: '1y',
      label: 'subscribers of the rust-for-linux mailing list',
    },
    datasets: [subscribers],
    next: [subscribersLater],
  };
}
