import type { Problem, Span } from '../model/problem.ts';

/** Reports a file on the web, in a talk that shows placeholders for files that it does not have. */
export function remoteFile(address: string, span: Span): Problem {
  return {
    code: 'remote-file',
    severity: 'warning',
    message: `"${address}" is on the web, and this talk does not have it, so a placeholder stands for it.`,
    hint: 'Save it in the project and name it by its path; "rostrum import --fetch" does that for a deck.',
    span,
  };
}

/** Reports a talk with the address of an MQTT broker when the client for it is not installed. */
export function missingMqtt(span: Span): Problem {
  return {
    code: 'missing-mqtt',
    severity: 'error',
    message: 'A room follows this talk by MQTT, and the package "mqtt" is not installed.',
    hint: 'Install it with "npm install mqtt", then start Rostrum again.',
    span,
  };
}

/** Makes a warning of what is missing, or cannot be drawn, in a talk that shows placeholders for that. */
export function allowMissing(
  problem: Problem,
  { placeholders }: { placeholders: boolean },
): Problem {
  const isMissing = MISSING.has(problem.code);
  return placeholders && isMissing ? { ...problem, severity: 'warning' } : problem;
}

/** Missing files, and what is shown as it is written where it cannot be drawn. */
const MISSING = new Set([
  'missing-picture',
  'windows-path',
  'missing-file',
  'broken-file',
  'missing-code',
  'missing-katex',
  'unknown-command',
  'broken-formula',
  'forbidden-command',
  'broken-diagram',
  'undrawn-diagram',
]);
