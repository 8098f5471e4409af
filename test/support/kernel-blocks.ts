import { kernelBlocks } from '../../src/kernel/api.ts';
import { resolveBlockFiles } from '../../src/node/project/block-files.ts';
import type { Block } from '../../src/talk/model/block.ts';

/** Returns the guest's blocks with their files as the configuration of a project in `root` finds them. */
export function findKernelBlocks(root: string): Block[] {
  return kernelBlocks.map((block) => {
    const found = resolveBlockFiles(block, { root, folder: root });
    if (typeof found === 'string') throw new Error(found);
    return found;
  });
}
