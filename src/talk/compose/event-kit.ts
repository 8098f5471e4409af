import type { TalkDefaults, TalkSpec } from '../model/talk-spec.ts';

/** Completes the front matter of a talk whose event has a kit in the project; the talk's own keys take precedence. */
export function applyKit(
  head: TalkSpec,
  { event: usual, events = {} }: TalkDefaults = {},
): TalkSpec {
  const name = head.event ?? usual;
  const kit = name !== undefined && Object.hasOwn(events, name) ? events[name] : undefined;
  if (kit === undefined || name === undefined) return head;
  return { ...kit, ...head, event: kit.event ?? name };
}
