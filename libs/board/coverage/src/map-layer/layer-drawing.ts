import { Component, computed, input } from '@angular/core';
import type { MapShapes } from '@papan/contracts';

/** The rings of an area as one path; the rule of the fill is even-odd, so that a hole is a hole. */
export function pathOf(rings: readonly (readonly number[])[]): string {
  return rings.map((ring) => `M${pairs(ring).join('L')}Z`).join('');
}

function pairs(ring: readonly number[]): readonly string[] {
  return Array.from(
    { length: Math.floor(ring.length / 2) },
    (_, at) => `${ring[at * 2] ?? 0} ${ring[at * 2 + 1] ?? 0}`,
  );
}

/** A layer as it will be drawn, without figures: the outlines, each with the name of its area. */
@Component({
  selector: 'pp-layer-drawing',
  template: `
    <svg [attr.viewBox]="box()" role="img" [attr.aria-label]="label()">
      @for (shape of paths(); track shape.area) {
        <path [attr.d]="shape.path" fill-rule="evenodd" [attr.data-area]="shape.area">
          <title>{{ shape.name }}</title>
        </path>
      }
    </svg>
  `,
  styles: `
    svg {
      display: block;
      inline-size: 100%;
      max-block-size: 420px;
    }
    path {
      fill: var(--surface);
      stroke: var(--text);
      stroke-width: 1;
      stroke-linejoin: round;
      vector-effect: non-scaling-stroke;
    }
    path:hover {
      fill: var(--running-bg);
    }
  `,
})
export class LayerDrawing {
  readonly shapes = input.required<MapShapes>();
  readonly names = input.required<ReadonlyMap<string, string>>();
  readonly label = input.required<string>();

  protected readonly box = computed(() => `0 0 ${this.shapes().width} ${this.shapes().height}`);
  protected readonly paths = computed(() =>
    this.shapes().shapes.map(({ area, rings }) => ({
      area,
      name: this.names().get(area) ?? area,
      path: pathOf(rings),
    })),
  );
}
