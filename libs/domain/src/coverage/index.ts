export * from './allocation';
export * from './claims';
export * from './coverage';
export * from './deadline';
export * from './headline';
export * from './thresholds';
