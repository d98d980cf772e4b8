export * from './kinds';
export * from './letter';
