import type { RevealApi } from 'reveal.js';

/** Event of a deck whose speaker takes a tool; its `data` is the wish. */
export const TOOL_EVENT = 'tool';

/** What a speaker asks of what is drawn over the slides. */
export interface ToolWish {
  tool: 'pointer' | 'pen' | 'erase' | 'undo' | 'zoom';
  /** Place on the screen in pixels, for the zoom; null where the mouse is. */
  spot: { x: number; y: number } | null;
}

/** Asks a deck for a tool, whose code is loaded then. */
export function takeTool(
  deck: RevealApi,
  tool: ToolWish['tool'],
  spot: ToolWish['spot'] = null,
): void {
  deck.dispatchEvent({ type: TOOL_EVENT, data: { wish: { tool, spot } satisfies ToolWish } });
}

/** Reads the wish from the event; null in others. */
export function readToolWish(event: unknown): ToolWish | null {
  return (event as { wish?: ToolWish } | null)?.wish ?? null;
}
