import type { Example } from '../example.ts';
import { messages } from '../data.ts';

export function figureMessages(): Example {
  return {
    title: 'Growing community: chat',
    block: 'figure',
    spec: {
      data: 'zulip-messages',
      value: 'messages',
      ago: '1y',
      label: 'messages sent in Zulip',
      format: 'compact',
    },
    datasets: [messages],
  };
}
