import type { Translated } from './messages';
import type { coverage as indonesian } from './coverage.id';

export const coverage: Translated<typeof indonesian> = {
  title: 'Coverage',
};
