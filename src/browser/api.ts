export * from '../talk/api.ts';
export { BlockElement, type Frame } from './elements/block-element.ts';
export { openDrawing } from './elements/drawing-element.ts';
export type { Motion } from './charts/motion.ts';
export type { Size } from './elements/element-size.ts';
