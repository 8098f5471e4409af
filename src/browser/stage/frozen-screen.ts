import type { RevealApi } from 'reveal.js';
import type { Key } from '../deck/key.ts';
import { filterKeys } from '../deck/keys.ts';
import { readOutline } from './outline.ts';
import { readPosition, showPosition } from './deck-position.ts';
import { findArrival, findMove, type Position } from './position.ts';
import type { FreezeChange } from './stage-messages.ts';

/** A deck whose screen can stay as it is while the speaker looks at other slides. */
export interface Freeze {
  /** Returns the position of the speaker; null while the screen is not frozen. */
  getPosition(): Position | null;
  change(change: FreezeChange): void;
  /** Takes the speaker to a slide; returns false while the screen is not frozen. */
  go(slide: string): boolean;
}

/** Opens what freezes the screen of a deck; `onChange` is called after each change and each move of the speaker. */
export function openFreeze(deck: RevealApi, onChange: () => void): Freeze {
  let position: Position | null = null;
  let release = (): void => {};
  const freeze = (): void => {
    if (position) return;
    if (deck.isOverview()) deck.toggleOverview(false);
    position = readPosition(deck);
    const shield = raiseShield(document);
    const unfilter = filterKeys((key) => useFrozen(key));
    release = () => {
      shield.remove();
      unfilter();
    };
    onChange();
  };
  const thaw = (target: Position | null): void => {
    if (!position) return;
    position = null;
    release();
    if (target) showPosition(deck, target);
    onChange();
  };
  const moveTo = (target: Position | null): void => {
    if (!position || !target) return;
    position = target;
    onChange();
  };
  /** Keys of the deck's own window move the speaker as well. */
  const useFrozen = (key: Key): boolean => {
    const name = key.keys[0] ?? '';
    if (name === 'o' && !deck.isPaused()) thaw(null);
    else if (MOVES.includes(name)) moveTo(findMove(readOutline(document), position, name));
    else return name === 'g';
    return true;
  };
  return {
    getPosition: () => position,
    change(change) {
      if (change === 'freeze') freeze();
      else thaw(change === 'show' ? position : null);
    },
    go(slide) {
      if (!position) return false;
      moveTo(findArrival(readOutline(document), position, slide));
      return true;
    },
  };
}

const MOVES = ['\u2192', '\u2190', 'Home', 'End'];

/** A finger, or a click on a link, would move the slide below. */
function raiseShield(document: Document): HTMLElement {
  const shield = document.createElement('div');
  shield.className = 'freeze-shield';
  Object.assign(shield.style, { position: 'fixed', inset: '0', zIndex: '60', touchAction: 'none' });
  document.body.append(shield);
  return shield;
}
