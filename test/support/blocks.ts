import { kernelBlocks } from '../../src/kernel/api.ts';
import { BLOCKS } from '../../src/talk/blocks/blocks.ts';
import type { Block } from '../../src/talk/model/block.ts';

/** The blocks of the engine, and those of `rostrum/kernel`. */
export const ALL_BLOCKS: readonly Block[] = [...BLOCKS, ...kernelBlocks];
