import type { Translated } from './messages';
import type { figures as indonesian } from './figures.id';

export const figures: Translated<typeof indonesian> = {
  title: 'Files with figures',
};
