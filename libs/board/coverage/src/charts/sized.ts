import { DestroyRef, ElementRef, afterNextRender, inject, signal } from '@angular/core';
import type { Signal } from '@angular/core';

/** Charts are drawn in real pixels, so that their letters are as large as all others. */
const USUAL = 640;

/** The width of the component that asks, in pixels; what it was last where it is hidden. */
export function ownWidth(): Signal<number> {
  const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  const width = signal(USUAL);
  const destroyed = inject(DestroyRef);
  afterNextRender(() => {
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(([entry]) => {
      const now = Math.floor(entry?.contentRect.width ?? 0);
      if (now > 0) width.set(now);
    });
    observer.observe(host);
    destroyed.onDestroy(() => observer.disconnect());
  });
  return width.asReadonly();
}

let charts = 0;
/** Patterns are named once in a document. */
export function nextChartId(): string {
  charts += 1;
  return `chart-${charts}`;
}

/** Where an arrow leads among so many points; null for another key. */
export function stepTo(key: string, at: number, count: number): number | null {
  const last = count - 1;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, at - 1);
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(last, at + 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
