/** The class of a page without a network, in which pages in frames are replaced by their addresses. */
const OFFLINE = 'offline-frames';
const ALL_SHOWN = '.overview, .paused';

/** Keeps films, sound and framed pages of slides as they should be: silent where they are not shown, and an address without a network. */
export function followEmbedded({ documentElement }: Document, isReceiver: boolean): void {
  const root = documentElement.querySelector<HTMLElement>('.reveal');
  if (root && documentElement.classList.contains('deck')) quietMedia(root, isReceiver);
  const update = (): void => void documentElement.classList.toggle(OFFLINE, !navigator.onLine);
  addEventListener('online', update);
  addEventListener('offline', update);
  update();
}

/** Keeps films and sound silent on hidden slides, in the overview, behind a black screen and in the pictures of a speaker's page. */
function quietMedia(root: HTMLElement, isReceiver: boolean): void {
  let waiting: HTMLMediaElement[] = [];
  const isShown = (media: Element): boolean =>
    media.closest('section.slide')?.matches('.present') ?? true;
  const pauseAll = (): void => {
    const media = [...root.querySelectorAll<HTMLMediaElement>('video, audio')];
    waiting = media.filter(({ paused }) => !paused);
    for (const playing of waiting) playing.pause();
  };
  const resume = (): void => {
    // A browser may refuse; the controls are there.
    for (const media of waiting) if (isShown(media)) void media.play().catch(() => {});
    waiting = [];
  };
  const stopHidden = ({ target }: Event): void => {
    if (!(target instanceof HTMLMediaElement)) return;
    const isQuiet = isReceiver || root.matches(ALL_SHOWN);
    if (isShown(target) && !isQuiet) return;
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
  for (const name of ['overviewshown', 'paused']) root.addEventListener(name, pauseAll);
  for (const name of ['overviewhidden', 'resumed']) root.addEventListener(name, resume);
}
