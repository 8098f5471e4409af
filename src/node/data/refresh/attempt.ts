import { SourceError, type Failure } from './failure.ts';

const MAX_REASON_LENGTH = 200;

/** Does what a recipe says; what it throws becomes a failure. */
export function attempt<Value>(work: () => Value, toFailure: (why: string) => Failure): Value {
  try {
    return work();
  } catch (error) {
    throw new SourceError(toFailure(reasonOf(error)), error);
  }
}

/** Takes the full stop off a sentence that goes on. */
export function withoutStop(text: string): string {
  return text.replace(/\.$/, '');
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return withoutStop((message.split('\n')[0] ?? '').slice(0, MAX_REASON_LENGTH));
}
