import { html, type Html } from '../../../talk/html/html.ts';
import { MQTT_META, parseBroker } from '../../../talk/model/room/broker.ts';
import type { PageRoom } from '../../../talk/model/room/room-place.ts';
import type { Talk } from '../../../talk/model/talk.ts';
import { hash } from '../../hash.ts';
import { findMqttScript } from '../../find-package.ts';
import type { PackageProject } from '../../find-package.ts';

/** Path at which the dev server gives its pages the script of the package `mqtt`. */
export const MQTT_PATH = '@rostrum/mqtt';

/** Returns what a talk's page needs to follow its leader; null when the talk names no relay. */
export function toPageRoom({ meta, slides }: Talk): PageRoom | null {
  if (meta.follow === null) return null;
  const shown = slides.map(({ id, steps, html }) => [id, steps, html]);
  return { url: meta.follow, build: hash(JSON.stringify(shown)) };
}

/** Finds the script by which a talk's page reaches its broker; undefined for talks without one. */
export function findRoomScript({ meta }: Talk, project: PackageProject): string | undefined {
  if (meta.follow === null || !parseBroker(meta.follow)) return undefined;
  return findMqttScript(project);
}

/** Renders the element that names this script, which a page loads when it has started; null for talks without a broker. */
export function renderRoomScript(
  talk: Talk,
  project: PackageProject,
  toUrl: (file: string) => string = () => `../${MQTT_PATH}`,
): Html | null {
  const file = findRoomScript(talk, project);
  if (file === undefined) return null;
  return html`<meta name="${MQTT_META}" content="${toUrl(file)}">\n`;
}
