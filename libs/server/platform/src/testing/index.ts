export * from './test-database';
export * from './sample-files';
export * from './small-table';
export * from './reader-here';
