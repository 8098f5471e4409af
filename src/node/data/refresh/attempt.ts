import { SourceError, type Failure } from './failure.ts';

const MAX_REASON_LENGTH = 200;

/** Runs code of a recipe; turns exceptions into failures. */
export function attempt<Value>(work: () => Value, toFailure: (why: string) => Failure): Value {
  try {
    return work();
  } catch (error) {
    throw new SourceError(toFailure(reasonOf(error)), error);
  }
}

/** Removes the full stop of a sentence. */
export function withoutStop(text: string): string {
  return text.replace(/\.$/, '');
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return withoutStop((message.split('\n')[0] ?? '').slice(0, MAX_REASON_LENGTH));
}
