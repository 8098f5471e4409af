import { BlockList, isIP } from 'node:net';

const PRIVATE = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  PRIVATE.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of [
  ['::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 32],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fec0::', 10],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  PRIVATE.addSubnet(network, prefix, 'ipv6');
}

const MAPPED = /^(?:::ffff:|64:ff9b::)(.+)$/i;

/** Returns whether an IP address belongs to this machine or a local network, or is reserved. */
export function isPrivateAddress(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  const family = isIP(plain);
  if (family === 4) return PRIVATE.check(plain, 'ipv4');
  if (family !== 6) return false;
  const inner = toIPv4(MAPPED.exec(plain)?.[1] ?? '');
  return inner === null ? PRIVATE.check(plain, 'ipv6') : isPrivateAddress(inner);
}

/** Returns whether a host is a private address or a name of this machine. */
export function isPrivateHost(host: string): boolean {
  const name = host.replace(/\.$/, '').toLowerCase();
  return name === 'localhost' || name.endsWith('.localhost') || isPrivateAddress(name);
}

/** Reads the IPv4 address within an IPv6 address, which may be written in hexadecimal. */
function toIPv4(inner: string): string | null {
  if (isIP(inner) === 4) return inner;
  const groups = /^([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(inner);
  if (!groups) return null;
  const parts = [groups[1], groups[2]].flatMap((group) => {
    const number = Number.parseInt(group ?? '', 16);
    return [number >> 8, number & 255];
  });
  return parts.join('.');
}
