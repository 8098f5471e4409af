/** A page on the web that shows a film, and the page of the same film for frames. */
export interface FilmPage {
  site: string;
  player: string;
}

const YOUTUBE =
  /^(?:https?:)?\/\/(?:(?:www\.|m\.)?youtube\.com\/(?:watch\?(?:[^#]*&)?v=|shorts\/|live\/)|youtu\.be\/)([\w-]+)/i;
const VIMEO = /^(?:https?:)?\/\/(?:www\.)?vimeo\.com\/(\d+)/i;

/** Finds the film of a page that no frame shows; null for any other address. */
export function findFilmPage(address: string): FilmPage | null {
  const [, youtube] = YOUTUBE.exec(address.trim()) ?? [];
  if (youtube !== undefined) {
    return { site: 'YouTube', player: `https://www.youtube.com/embed/${youtube}` };
  }
  const [, vimeo] = VIMEO.exec(address.trim()) ?? [];
  return vimeo === undefined
    ? null
    : { site: 'Vimeo', player: `https://player.vimeo.com/video/${vimeo}` };
}
