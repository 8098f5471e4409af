import { cutRuns, readRuns, type TextPair } from './morph-runs.ts';
import { openText, type MeasuredText, type Place } from './measured-text.ts';

/** A step from one version of code to the next, or back. */
export interface Change {
  from: HTMLElement;
  to: HTMLElement;
  isBack: boolean;
}

/** Duration of the whole motion; what goes is gone, and what comes begins, before it ends. */
const MORPH_MS = 300;
const GONE_MS = 140;
const COME_MS = 180;
const EASING = 'cubic-bezier(0.4, 0, 0.2, 1)';
const MORPHING = 'is-morphing';

/** Moves the words of a version to their places in the next over the code; returns the function that ends it. */
export function startMorph(holder: HTMLElement, { from, to, isBack }: Change): () => void {
  const [before, after] = [from, to].map((version) => version.querySelector('code'));
  if (!before || !after) return () => {};
  const scale = holder.getBoundingClientRect().width / holder.offsetWidth || 1;
  const texts = { old: openText(before, holder, scale), now: openText(after, holder, scale) };
  const runs = readRuns((isBack ? from : to).dataset['runs'] ?? '', isBack);
  const layer = createLayer(after);
  const animations = cutRuns(texts, runs).flatMap((pair) => drawPair(layer, pair, texts));
  if (animations.length === 0) return () => {};
  holder.append(layer);
  holder.classList.add(MORPHING);
  const started = animations.map((start) => start());
  let isOn = true;
  const stop = (): void => {
    if (!isOn) return;
    isOn = false;
    layer.remove();
    holder.classList.remove(MORPHING);
  };
  void Promise.allSettled(started.map(({ finished }) => finished)).then(stop);
  return stop;
}

/** Starts the animation of a drawn piece. */
type Start = () => Animation;

function createLayer(code: Element): HTMLElement {
  const layer = document.createElement('div');
  layer.className = 'morph';
  layer.setAttribute('aria-hidden', 'true');
  const { fontFamily, fontSize, fontFeatureSettings, fontVariantLigatures } =
    getComputedStyle(code);
  Object.assign(layer.style, { fontFamily, fontSize, fontFeatureSettings, fontVariantLigatures });
  return layer;
}

/** Draws a piece of text that stays, comes or goes; one that does not move has no animation. */
function drawPair(
  layer: HTMLElement,
  { old, now }: TextPair,
  texts: { old: MeasuredText; now: MeasuredText },
): Start[] {
  if (!now) {
    if (!old) return [];
    const piece = draw(layer, texts.old, old);
    return [() => piece.animate({ opacity: [1, 0] }, { duration: GONE_MS, fill: 'forwards' })];
  }
  const piece = draw(layer, texts.now, now);
  if (!old) {
    const options = { delay: MORPH_MS - COME_MS, duration: COME_MS, fill: 'backwards' } as const;
    return [() => piece.animate({ opacity: [0, 1] }, options)];
  }
  const [x, y] = [old.left - now.left, old.top - now.top];
  if (Math.abs(x) < 0.5 && Math.abs(y) < 0.5) return [];
  const path = [`translate(${x}px, ${y}px)`, 'none'];
  return [() => piece.animate({ transform: path }, { duration: MORPH_MS, easing: EASING })];
}

function draw(layer: HTMLElement, text: MeasuredText, place: Place): HTMLElement {
  const piece = document.createElement('span');
  Object.assign(piece.style, {
    left: `${place.left}px`,
    top: `${place.top}px`,
    lineHeight: `${place.height}px`,
  });
  piece.append(...text.copy(place));
  layer.append(piece);
  return piece;
}
