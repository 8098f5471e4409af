import type { PageRoom } from '../../talk/model/room/room-place.ts';
import type { Talk } from '../../talk/model/talk.ts';
import { hash } from '../hash.ts';

/** Returns what a talk's page needs to follow its leader; null when the talk names no relay. */
export function toPageRoom({ meta, slides }: Talk): PageRoom | null {
  if (meta.follow === null) return null;
  const shown = slides.map(({ id, steps, html }) => [id, steps, html]);
  return { url: meta.follow, build: hash(JSON.stringify(shown)) };
}
