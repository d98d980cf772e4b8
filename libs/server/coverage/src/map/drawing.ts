import type { MapShapes } from '@papan/contracts';

export type Ring = MapShapes['shapes'][number]['rings'][number];

/** What is kept of a layer: its shapes, ready to be drawn, and how many areas of elsewhere its file had. */
export interface Drawing extends Pick<MapShapes, 'width' | 'height' | 'shapes'> {
  readonly elsewhere: number;
}
