import { isExternal } from '../model/path.ts';
import type { Attribute } from '../model/tags.ts';

/** What an embedded page may do: run its scripts and send its forms, but not leave its frame or open dialogs and windows. */
const OWN_RIGHTS = 'allow-scripts allow-forms';
/** A page of another origin may also be of that origin; one of the project would reach the deck with that. */
const FOREIGN_RIGHTS = `${OWN_RIGHTS} allow-same-origin`;

/** Gives a frame on a slide its sandbox; one that its author wrote stays. */
export function withSandbox(tag: string, attributes: readonly Attribute[]): readonly Attribute[] {
  if (tag !== 'iframe' || attributes.some(({ name }) => name === 'sandbox')) return attributes;
  const src = attributes.find(({ name }) => name === 'src')?.value ?? '';
  const value = isExternal(src) ? FOREIGN_RIGHTS : OWN_RIGHTS;
  return [...attributes, { name: 'sandbox', value }];
}
