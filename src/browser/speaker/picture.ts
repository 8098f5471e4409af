import { createDeckId } from '../page/parameters.ts';
import { openPictureChannel } from '../stage/channel.ts';
import type { Position } from '../stage/position.ts';

/** A live drawing of a slide. */
export interface Picture {
  show(position: Position): void;
  /** Loads it with the parameters of its deck's address, which hold its mode and its day. */
  load(search: string): void;
}

/** Opens a picture in a frame; no other page knows the id by which it is driven. */
export function openPicture(frame: HTMLIFrameElement): Picture {
  const id = createDeckId();
  let shown: Position | null = null;
  const channel = openPictureChannel(id, (message) => {
    if (message === 'hello' && shown) channel.send(shown);
  });
  return {
    show(position) {
      if (shown?.slide === position.slide && shown.step === position.step) return;
      shown = position;
      channel.send(position);
    },
    load(search) {
      const url = new URL(location.href);
      url.search = search;
      url.searchParams.delete('speaker');
      url.searchParams.set('receiver', id);
      url.hash = '';
      if (frame.src !== String(url)) frame.src = String(url);
    },
  };
}
