import type { InkDraft } from '../ink/ink-messages.ts';
import { createDeckId } from '../page/parameters.ts';
import { openPictureChannel } from '../stage/channel.ts';
import type { Position } from '../stage/position.ts';

/** A live drawing of a slide. */
export interface Picture {
  show(position: Position): void;
  /** Draws over its slide. */
  draw(draft: InkDraft): void;
  /** Loads it with the parameters of its deck's address, which hold its mode and its day. */
  load(search: string): void;
}

/** Opens a picture in a frame, which no other page can drive; `listInk` returns what is drawn when it begins. */
export function openPicture(frame: HTMLIFrameElement, listInk: () => InkDraft): Picture {
  const id = createDeckId();
  let shown: Position | null = null;
  const channel = openPictureChannel(id, (message) => {
    if (message !== 'hello') return;
    if (shown) channel.send(shown);
    draw(listInk());
  });
  const draw = (draft: InkDraft): void => channel.send({ ...draft, deck: id });
  return {
    draw,
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
