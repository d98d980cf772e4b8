export * from './wib';
export * from './working-days';
