export * from './area-names';
export * from './columns';
export { foldedWords } from './folded-words';
export * from './read-count';
