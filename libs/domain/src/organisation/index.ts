export * from './agency';
export * from './area';
export * from './campaign';
export * from './provinces';
