import { guardedHandler } from './guarded-handler.mjs';

/** The rules that only this house needs. */
export const house = { rules: { 'guarded-handler': guardedHandler } };
