export * from './record-cut';
export * from './coverage.controller';
export * from './coverage.module';
export * from './read-headline';
export * from './files/load-file';
export { headingOf, limited } from './files/upload-figures';
export * from './reads/read-coverage';
export * from './reads/read-month';
