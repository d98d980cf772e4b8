export * from './field-names';
export type { EventParams, RefusalWords } from './shape';
export * from './voice';
export * from './words';
