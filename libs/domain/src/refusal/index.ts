export * from './catalogue';
export * from './refusal';
