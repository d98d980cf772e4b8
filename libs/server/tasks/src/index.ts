export * from './read-board';
export * from './tasks.controller';
export * from './tasks.module';
