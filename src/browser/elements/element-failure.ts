import { html } from '../../talk/html/html.ts';

/** Dispatched by a block that kept its last drawing; the detail is the reason. */
export const KEPT_EVENT = 'rostrum:kept';

const FAILURE = ':scope > .problem[data-drawn]';

/** Shows an error message in a block's box. */
export function showFailure(block: HTMLElement, error: unknown): void {
  removeFailure(block);
  const message = error instanceof Error ? error.message : String(error);
  const problem = html`<div class="problem" role="alert" data-drawn>
    <p class="problem-code">block-not-drawn</p>
    <p class="problem-message">${message}</p>
  </div>`;
  block.classList.add('failed');
  block.insertAdjacentHTML('beforeend', problem.markup);
}

/** Reports that a block kept its last drawing, because a failed update never removes content. */
export function reportKept(block: HTMLElement, error: unknown): void {
  const detail = error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
  block.dispatchEvent(new CustomEvent(KEPT_EVENT, { bubbles: true, detail }));
}

/** Returns what `work` returns, or `fallback` where it throws. */
export function attempt<Value>(work: () => Value, fallback: Value): Value {
  try {
    return work();
  } catch {
    return fallback;
  }
}

/** Removes the message of `showFailure`. */
export function removeFailure(block: HTMLElement): void {
  if (!block.classList.contains('failed')) return;
  block.classList.remove('failed');
  block.querySelector(FAILURE)?.remove();
}
