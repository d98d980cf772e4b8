export * from './coverage.controller';
export * from './coverage.module';
export * from './read-headline';
