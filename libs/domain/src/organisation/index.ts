export * from './agency';
export * from './area';
export * from './campaign';
