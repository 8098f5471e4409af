/** The class of a page without a network, in which addresses stand for pages in frames. */
const OFFLINE = 'offline-frames';

/** Shows the addresses of framed pages while there is no network. */
export function followNetwork({ documentElement }: Document): void {
  const update = (): void => void documentElement.classList.toggle(OFFLINE, !navigator.onLine);
  addEventListener('online', update);
  addEventListener('offline', update);
  update();
}
