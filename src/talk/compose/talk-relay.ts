import type { Problem } from '../model/problem.ts';
import type { TalkProject } from '../model/project.ts';
import { parseBroker } from '../model/room/broker.ts';
import type { SlideFile } from '../model/slide-file.ts';
import { missingMqtt } from '../problems/problems.ts';

/** Checks that a talk which a room follows by an MQTT broker has the client for it. */
export function checkRelay(
  { headSpans }: SlideFile,
  follow: string | null,
  { hasMqtt }: Pick<TalkProject, 'hasMqtt'>,
): Problem[] {
  // An address of the whole project is checked where the option is read.
  if (!follow || !parseBroker(follow) || hasMqtt || !headSpans.follow) return [];
  return [missingMqtt(headSpans.follow)];
}
