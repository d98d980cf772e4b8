export * from './areas';
export { Chance } from './chance';
export * from './chance';
export * from './figures';
export * from './region-story';
export * from './seed-demo';
export * from './seed-load';
export * from './write-region';
export { asOwner, type Owner } from './owner';
