export * from './dates';
export * from './locale';
export * from './numbers';
export * from './parse';
export * from './sizes';
