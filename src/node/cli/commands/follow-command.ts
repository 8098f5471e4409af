import path from 'node:path';
import { UsageError } from '../../errors.ts';
import { parseBroker } from '../../../talk/model/room/broker.ts';
import { checkBroker } from '../../follow/check-broker.ts';
import { checkRelay } from '../../follow/check-relay.ts';
import { writeRelay } from '../../follow/write-relay.ts';
import { findMqtt } from '../../find-package.ts';
import { defineCommand, type Command } from '../command.ts';
import type { CommandTools } from '../command-tools.ts';

/** Environment variable with the secret of the relay. */
const SECRET = 'ROSTRUM_FOLLOW_SECRET';

const ARGS = {
  folder: {
    type: 'positional',
    required: false,
    valueHint: 'FOLDER',
    description: 'Where to write the configuration of a relay, with a new secret.',
  },
  check: {
    type: 'string',
    valueHint: 'ADDRESS',
    description: `Posts and reads a place at a running relay; the secret is in ${SECRET}.`,
  },
} as const;

/** Defines `rostrum follow`, which writes the configuration of a relay and checks a running one. */
export function makeFollowCommand({ terminal, root }: CommandTools): Command {
  return defineCommand('follow', {
    args: ARGS,
    async run({ folder, check }) {
      if ((folder === undefined) === (check === undefined)) throw unclear();
      if (check !== undefined) {
        const secret = process.env[SECRET] ?? '';
        const ms = parseBroker(check)
          ? await checkBroker(check, secret, findMqtt({ root, isSafe: false }))
          : await checkRelay(check, secret);
        return terminal.say(`The relay works: a place came back after ${ms} ms.`);
      }
      const target = path.resolve(root, folder ?? '');
      for (const file of writeRelay(target))
        terminal.note(`  ${terminal.style.green('+')} ${file}`);
      terminal.note(
        '\nREADME.md says how to run it. The secret is in secret.txt: keep it out of version control.',
      );
    },
  });
}

function unclear(): UsageError {
  return new UsageError(
    'rostrum follow takes a folder for the configuration of a relay, or the address of a running one.',
    'Try "npx rostrum follow relay", or "npx rostrum follow --check https://relay.example.org/live/{talk}".',
  );
}
