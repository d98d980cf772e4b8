export * from './record-cut';
export * from './coverage.controller';
export * from './coverage.module';
export * from './read-headline';
export * from './reads/read-coverage';
export * from './reads/read-month';
