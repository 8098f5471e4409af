import { readEngineVersion } from '../../engine.ts';

/** Says who asks: sources want to know, and the contact is the author's to give. */
export function nameUs(contact: string | undefined): string {
  const name = `rostrum/${readEngineVersion()}`;
  return contact ? `${name} (${contact.replace(/[^\x20-\x7e]/g, '')})` : name;
}
