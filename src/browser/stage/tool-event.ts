import type { RevealApi } from 'reveal.js';

/** Event of a deck whose speaker takes a tool; its `data` is the tool. */
export const TOOL_EVENT = 'tool';

/** What a speaker asks of what is drawn over the slides. */
export type ToolName = 'pointer' | 'pen' | 'erase' | 'undo' | 'zoom';

/** Asks a deck for a tool, whose code is loaded then. */
export function takeTool(deck: RevealApi, tool: ToolName): void {
  deck.dispatchEvent({ type: TOOL_EVENT, data: { tool } });
}
