import { sessions } from '../data-kernel.ts';
import type { Example } from '../example.ts';

export function scheduleRooms(): Example {
  return {
    title: 'Two rooms',
    block: 'schedule',
    spec: { data: 'sessions' },
    datasets: [sessions],
  };
}
