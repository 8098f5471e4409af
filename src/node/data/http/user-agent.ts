import { readEngineVersion } from '../../engine.ts';

/** Builds the user agent; the author may add a contact. */
export function buildUserAgent(contact: string | undefined): string {
  const name = `rostrum/${readEngineVersion()}`;
  return contact ? `${name} (${contact.replace(/[^\x20-\x7e]/g, '')})` : name;
}
