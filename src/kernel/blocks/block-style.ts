/** Returns the address of the stylesheet beside the module of a block. */
export function stylePath(module: string): string {
  return module.replace(/\.[jt]s$/, '.css');
}
