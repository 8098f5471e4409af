import type { Example } from '../example.ts';
import { messages } from '../data.ts';

export function columnInexact(): Example {
  return {
    title: 'Two inexact columns',
    spec: { data: 'zulip-messages', type: 'column', y: 'messages', mark: '1y' },
    datasets: [messages],
  };
}
