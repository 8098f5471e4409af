import type { GenericSchema, InferOutput } from 'valibot';
import { safeParse } from 'valibot';
import { printPath } from '../dataset/dataset-file.ts';
import { describeIssue, issuePath } from '../dataset/row-schema.ts';

/** Thrown when a response does not have the expected shape. */
export class ShapeError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ShapeError';
  }
}

/** Validates a response with a schema; throws an error that names the first mismatch. */
export function toShape<Schema extends GenericSchema>(
  schema: Schema,
  answer: unknown,
): InferOutput<Schema> {
  const result = safeParse(schema, answer);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const place = printPath(issuePath(issue)) || 'the answer';
  throw new ShapeError(`${place} ${describeIssue(issue)}`);
}

/** Returns a text response, or throws. */
export function toText(answer: unknown): string {
  if (typeof answer === 'string') return answer;
  throw new ShapeError('the answer is no text');
}
