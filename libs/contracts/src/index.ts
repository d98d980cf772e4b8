export * from './coverage';
export * from './live';
export * from './organisation';
export * from './pack';
export * from './problem';
export * from './protocol';
export * from './scalars';
export * from './tasks';
