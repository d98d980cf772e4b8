export * from './routes';
export * from './task-cases/panel';
