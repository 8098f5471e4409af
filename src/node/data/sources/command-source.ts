import type { CommandRequest } from '../../../talk/data/update/request.ts';
import { decodeBody } from '../http/decode.ts';
import { readVariable } from '../refresh/secrets.ts';
import { explain, MAX_OUTPUT_BYTES, nameCommand, readTimeout } from './program-limits.ts';
import { runProgram } from './run-program.ts';
import type { SourceContext } from './source-context.ts';

/** What every program gets of the environment. */
const SHARED = [
  'PATH',
  'HOME',
  'LANG',
  'LC_ALL',
  'TMPDIR',
  'TZ',
  'USERPROFILE',
  'SystemRoot',
  'PATHEXT',
  'TEMP',
];

/** Runs a program of the recipe and decodes what it prints. */
export async function askCommand(
  request: CommandRequest,
  { root, world, kinds }: SourceContext,
): Promise<unknown> {
  const named = request.env ?? [];
  const own = named.map((name) => [name, readVariable(name, world.env)]);
  const shared = SHARED.map((name) => [name, world.env[name]]);
  const env = Object.fromEntries([...shared, ...own]) as Record<string, string | undefined>;
  const timeout = readTimeout(request.timeout);
  const limits = { timeout, bytes: MAX_OUTPUT_BYTES };
  const result = await runProgram(request.command, { cwd: root, env, ...limits });
  const name = nameCommand(request.command);
  if (!result.ok) throw explain(name, result, limits);
  return decodeBody({ bytes: result.output, type: '', host: name }, { ...request, kinds });
}
