import { defineLayout, type OwnLooks, type Theme } from '../../src/talk/model/look/theme.ts';
import { compileTexts, type Fixture } from './fixtures.ts';

/** A layout of two things beside each other and a third below. */
export const compare = defineLayout({
  name: 'compare',
  about: 'Two things, and what follows.',
  areas: ['before after', 'verdict verdict'],
});
/** A theme with a layout of its own. */
export const harbour: Theme = {
  name: 'harbour',
  about: 'Blue.',
  layouts: [{ ...compare, name: 'dock' }],
};
/** What a project with both has. */
export const LOOKS: OwnLooks = { themes: [harbour], layouts: [compare] };

/** Compiles slides in a project with that layout and that theme, or with others. */
export function compileWithLooks(
  slides: string,
  head = '',
  looks: OwnLooks | undefined = LOOKS,
): Fixture {
  const text = `---\ntitle: T\n${head}---\n\n${slides}`;
  return compileTexts({ 'slides/talks/t.md': text }, { looks });
}
