import type { Theme } from '../model/look/theme.ts';
import { blueprint } from './themes/blueprint.ts';
import { keynote } from './themes/keynote.ts';
import { lecture } from './themes/lecture.ts';
import { paper } from './themes/paper.ts';

/** The themes that ship beside `rostrum`, whose variables are those of `tokens.css`; a style is a path below `src`. */
export const OUR_THEMES: readonly Theme[] = [paper, blueprint, keynote, lecture];
