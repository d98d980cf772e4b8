export * from './record-cut';
export * from './coverage.controller';
export * from './coverage.module';
export * from './read-headline';
