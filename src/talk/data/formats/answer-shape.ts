import type { GenericSchema, InferOutput } from 'valibot';
import { safeParse } from 'valibot';
import { printPath } from '../dataset/dataset-file.ts';
import { describeIssue, issuePath } from '../dataset/row-schema.ts';

/** Thrown when an answer does not look as its source used to answer. */
export class ShapeError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ShapeError';
  }
}

/** Takes an answer as what its schema says, or throws and names the first part that is not. */
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

/** Takes a text out of an answer, or throws. */
export function toText(answer: unknown): string {
  if (typeof answer === 'string') return answer;
  throw new ShapeError('the answer is no text');
}
