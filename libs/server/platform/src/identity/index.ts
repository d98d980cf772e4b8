export * from './access';
export * from './check-doors';
export * from './cookies';
export * from './may-perhaps';
export * from './sessions';
export * from './signed-in';
