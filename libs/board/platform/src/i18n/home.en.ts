import type { home as source } from './home.id';
import type { Translated } from './messages';

export const home: Translated<typeof source> = {
  title: 'Home',
};
