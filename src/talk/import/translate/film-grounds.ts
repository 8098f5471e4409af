import type { DeckSlide, Result } from '../deck.ts';

/** Shows a film that plays behind a slide to the edges of the slide, where its layout leaves room for that. */
export function takeFilm(written: string, slide: DeckSlide): Result {
  const [address = ''] = written.split(',');
  if (address.trim() === '') return ['dropped', 'It names no film.'];
  if (slide.keys.layout !== undefined)
    return ['dropped', `"${address}": this layout has no film behind it.`];
  slide.keys.layout = 'picture';
  const film = address.trim();
  slide.after.push(/[\s()]/.test(film) ? `![](<${film}>)` : `![](${film})`);
  return ['translated', 'layout: picture, with the film'];
}
