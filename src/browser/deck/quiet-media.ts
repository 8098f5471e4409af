import type { RevealApi } from 'reveal.js';
import type { PageParameters } from '../page/parameters.ts';

/** Keeps films and sound silent on hidden slides, in the overview, behind a black screen and in the pictures of a speaker's page. */
export function quietMedia(
  deck: RevealApi,
  root: HTMLElement,
  { isReceiver }: Pick<PageParameters, 'isReceiver'>,
): void {
  let waiting: HTMLMediaElement[] = [];
  const isQuiet = (): boolean => isReceiver || deck.isOverview() || deck.isPaused();
  const isShown = (media: Element): boolean =>
    media.closest('section.slide')?.matches('.present') ?? true;
  const pauseAll = (): void => {
    const playing = [...root.querySelectorAll<HTMLMediaElement>('video, audio')];
    waiting = playing.filter(({ paused }) => !paused);
    for (const media of waiting) media.pause();
  };
  const resume = (): void => {
    // A browser may refuse; the controls are there.
    for (const media of waiting) if (isShown(media)) void media.play().catch(() => {});
    waiting = [];
  };
  const stopHidden = ({ target }: Event): void => {
    if (!(target instanceof HTMLMediaElement) || (isShown(target) && !isQuiet())) return;
    target.pause();
    if (isShown(target) && !isReceiver) waiting = [target];
  };
  // What HTML would start at once, reveal.js starts with its slide.
  for (const media of root.querySelectorAll<HTMLMediaElement>('[autoplay]')) {
    media.pause();
    media.autoplay = false;
    media.dataset['autoplay'] = '';
  }
  // Events of media do not rise.
  root.addEventListener('play', stopHidden, true);
  for (const name of ['overviewshown', 'paused']) deck.on(name, pauseAll);
  for (const name of ['overviewhidden', 'resumed']) deck.on(name, resume);
}
