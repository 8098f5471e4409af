export * from '../talk/api.ts';
export { BlockElement, type Frame } from './elements/block-element.ts';
export { openDrawing } from './elements/drawing-element.ts';
