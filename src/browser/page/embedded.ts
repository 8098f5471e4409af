import { CHANGED_EVENT } from './page.ts';

/** The class of a page without a network, in which pages in frames are replaced by their addresses. */
const OFFLINE = 'offline-frames';
/** The class of an address in place of a page in a frame where nothing answers. */
const UNANSWERED = 'unanswered';
/** Asks whether anything answers, without cookies and without the content. */
const QUESTION: RequestInit = { method: 'HEAD', mode: 'no-cors', credentials: 'omit' };
/** Networks that drop what they do not pass leave a browser waiting for minutes. */
const ANSWER_TIMEOUT_MS = 8000;
const ALL_SHOWN = '.overview, .paused';

/** Keeps films, sound and framed pages of slides as they should be: silent where they are not shown, and an address without a network. */
export function followEmbedded({ documentElement }: Document, isReceiver: boolean): void {
  const root = documentElement.querySelector<HTMLElement>('.reveal');
  if (root && documentElement.classList.contains('deck')) quietMedia(root, isReceiver);
  const update = (): void => void documentElement.classList.toggle(OFFLINE, !navigator.onLine);
  addEventListener('online', update);
  addEventListener('offline', update);
  update();
  questionFrames(documentElement);
}

/** Shows the address of a framed page below it where nothing answers; the frame itself reports nothing, and a browser can have a network that does not lead there. */
function questionFrames(root: HTMLElement): void {
  const question = async (still: HTMLAnchorElement): Promise<void> => {
    const signal = AbortSignal.timeout(ANSWER_TIMEOUT_MS);
    const isAnswered = await fetch(still.href, { ...QUESTION, signal }).then(
      () => true,
      () => false,
    );
    // An empty frame stays empty by itself.
    const isBack = isAnswered && still.classList.contains(UNANSWERED);
    if (isBack) still.previousElementSibling?.setAttribute('src', still.href);
    still.classList.toggle(UNANSWERED, !isAnswered);
  };
  const repeat = (slide = ''): void => {
    const open = root.querySelectorAll<HTMLAnchorElement>(`${slide} .${UNANSWERED}`);
    for (const still of open) void question(still);
  };
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      const still = target.nextElementSibling;
      if (!isIntersecting || !(still instanceof HTMLAnchorElement)) continue;
      observer.unobserve(target);
      void question(still);
    }
  });
  const observe = (): void => {
    for (const frame of root.querySelectorAll('iframe:has(+ .frame-still)'))
      observer.observe(frame);
  };
  observe();
  root.addEventListener(CHANGED_EVENT, observe);
  root.addEventListener('slidechanged', () => repeat('.present'));
  addEventListener('online', () => repeat());
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
