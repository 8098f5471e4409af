import type { FileRequest } from '../../../talk/data/update/request.ts';
import type { SourceContext } from './source-context.ts';

/** Sends a request to files; each kind of source is a module of its own, loaded when it is needed. */
export async function askLocal(request: FileRequest, context: SourceContext): Promise<unknown> {
  return (await import('./file-source.ts')).askFiles(request, context);
}

/** Names what a request reads, for messages. */
export function describeRequest({ file }: FileRequest): string {
  return file;
}
