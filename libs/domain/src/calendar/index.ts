export * from './decrees';
export * from './wib';
export * from './working-days';
