export * from './organisation.controller';
export * from './organisation.module';
export * from './read-directory';
