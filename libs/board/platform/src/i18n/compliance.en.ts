import type { Translated } from './messages';
import type { compliance as id } from './compliance.id';

export const compliance: Translated<typeof id> = {
  cases: 'Compliance cases',
};
