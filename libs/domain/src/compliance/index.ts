export * from './case';
export * from './codes';
export * from './employer';
export * from './events';
