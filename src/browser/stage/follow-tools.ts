import type { RevealApi } from 'reveal.js';
import type { Place } from '../ink/slide-space.ts';
import type { WithInk } from './ink-door.ts';
import { TOOL_EVENT, type ToolName } from './tool-event.ts';

/** Passes the actions of keys, and of clicks with Alt, to the ink of a deck. */
export function followTools(deck: RevealApi, withInk: WithInk, first: Event | null): void {
  let mouse: Place | null = null;
  const use = (event: Event | null): void => {
    const { tool } = (event ?? {}) as { tool?: ToolName };
    if (tool) withInk((ink) => ink.use(tool, mouse));
  };
  addEventListener('pointermove', ({ clientX: x, clientY: y }) => void (mouse = { x, y }));
  document.addEventListener('click', (event) => {
    if (!event.altKey) return;
    const spot = { x: event.clientX, y: event.clientY };
    event.preventDefault();
    withInk((ink) => ink.use('zoom', spot));
  });
  deck.on(TOOL_EVENT, use);
  use(first);
}
