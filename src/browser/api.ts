export * from '../talk/api.ts';
export { BlockElement, type Frame } from './elements/block-element.ts';
export { findDrawing } from './elements/drawing-element.ts';
