import type { Block } from '../../talk/model/block.ts';

/** Loads what a module of a project gives as its default export. */
type Load<Value> = () => Promise<{ default: Value }>;

/*
 * Blocks of the project's own, and elements of the engine that few talks need. This table is empty: the plugin
 * `rostrum:blocks` writes the module in its place.
 */

/** Loads custom elements, by tag. */
export const ELEMENTS: Record<string, Load<CustomElementConstructor>> = {};

/** Loads the project's blocks that a page compiles again, by name. */
export const COMPILERS: Record<string, Load<Pick<Block<never>, 'compile'>>> = {};
