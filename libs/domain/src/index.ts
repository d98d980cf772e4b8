export * from './refusal';
export * from './calendar';
export * from './formats';
export * from './coverage';
export * from './organisation';
export * from './access';
export * from './tasks';
export * from './compliance';
