import type { Rehearsal } from '../../src/talk/model/rehearsal/rehearsal.ts';

/** Builds a rehearsal from what was reached when: "0 one, 30 two, 50 two/1"; it ends at `seconds`. */
export function makeRun(moves: string, seconds: number, more: Partial<Rehearsal> = {}): Rehearsal {
  const reached = moves.split(', ').map((move) => {
    const [at, place = ''] = move.split(' ');
    const [slide = '', step = '0'] = place.split('/');
    return { at: Number(at), slide, step: Number(step) };
  });
  return {
    format: 'rostrum-rehearsal',
    version: 1,
    talk: 'talk',
    title: 'Talk',
    startedAt: '2026-11-30T10:00:00.000Z',
    seconds,
    isWhole: true,
    pauses: [],
    moves: reached,
    ...more,
  };
}
