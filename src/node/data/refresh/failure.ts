import { showOnLine } from '../../../talk/text/symbols.ts';
/** Why a source gave nothing that could be used. */
export type FailureKind =
  | 'network'
  | 'timeout'
  | 'http'
  | 'limited'
  | 'challenge'
  | 'redirect'
  | 'size'
  | 'shape'
  | 'sense'
  | 'clock'
  | 'needs'
  | 'clone'
  | 'recipe'
  | 'file';

/** What went wrong with a source, and what to do about it. */
export interface Failure {
  kind: FailureKind;
  /** One whole sentence. */
  message: string;
  advice: string;
  /** Whether asking again soon may help. */
  mayPass: boolean;
  /** Milliseconds the source asked to be left alone. */
  retryAfter: number | null;
}

/** Thrown when a source gives nothing that can be used. */
export class SourceError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure, cause?: unknown) {
    super(failure.message, { cause });
    this.name = 'SourceError';
    this.failure = failure;
  }
}

/** Makes a failure; one that does not pass is not asked about again. */
export function fail(
  kind: FailureKind,
  message: string,
  advice: string,
  { mayPass = false, retryAfter = null }: Partial<Pick<Failure, 'mayPass' | 'retryAfter'>> = {},
): Failure {
  // Words of sources can hold control characters and line ends.
  return { kind, message: showOnLine(message), advice, mayPass, retryAfter };
}
