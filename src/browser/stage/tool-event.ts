import type { RevealApi } from 'reveal.js';

/** Event of a deck whose speaker takes a tool; its `data` is the tool. */
export const TOOL_EVENT = 'tool';

/** What a speaker can do with the drawings over the slides. */
export type ToolName = 'pointer' | 'pen' | 'erase' | 'undo' | 'zoom';

/** Requests a tool of a deck, which then loads its code. */
export function takeTool(deck: RevealApi, tool: ToolName): void {
  deck.dispatchEvent({ type: TOOL_EVENT, data: { tool } });
}
