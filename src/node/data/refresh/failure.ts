import { showOnLine } from '../../../talk/text/symbols.ts';
/** Why a source gave no usable rows. */
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
  | 'local'
  | 'recipe'
  | 'file';

/** What went wrong with a source, and what to do about it. */
export interface Failure {
  kind: FailureKind;
  /** One whole sentence. */
  message: string;
  advice: string;
  /** Whether a retry may help. */
  mayPass: boolean;
  /** The cooldown that the source requested, in milliseconds. */
  retryAfter: number | null;
}

/** Thrown when a source gives no usable rows. */
export class SourceError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure, cause?: unknown) {
    super(failure.message, { cause });
    this.name = 'SourceError';
    this.failure = failure;
  }
}

/** Builds a failure; without `mayPass` there is no retry. */
export function fail(
  kind: FailureKind,
  message: string,
  advice: string,
  { mayPass = false, retryAfter = null }: Partial<Pick<Failure, 'mayPass' | 'retryAfter'>> = {},
): Failure {
  // Text of sources can hold control characters and line ends.
  return { kind, message: showOnLine(message), advice, mayPass, retryAfter };
}
