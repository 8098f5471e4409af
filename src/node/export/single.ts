import type { Maker } from './maker.ts';
export const makeSinglePage: Maker = async () => {
  throw new Error('x');
};
