export * from './allocation';
export * from './bridge';
export * from './claims';
export * from './coverage';
export * from './deadline';
export * from './forecast';
export * from './headline';
export * from './thresholds';
