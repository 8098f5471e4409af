import type { Maker } from './maker.ts';
export const makePptx: Maker = async () => {
  throw new Error('x');
};
