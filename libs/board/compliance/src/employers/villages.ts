import { Injectable, inject, signal } from '@angular/core';
import { BoardApi } from '@papan/board-platform';

const DISTRICT_CODE = 8;

/** The names of villages; those of a district are fetched when the first of them is to be named. */
@Injectable({ providedIn: 'root' })
export class Villages {
  private readonly api = inject(BoardApi);
  private readonly names = signal<ReadonlyMap<string, string>>(new Map());
  private readonly asked = new Set<string>();

  /** The name, or the code until it is known. */
  name(code: string): string {
    const known = this.names().get(code);
    if (known === undefined) void this.fetch(code.slice(0, DISTRICT_CODE));
    return known ?? code;
  }

  private async fetch(district: string): Promise<void> {
    if (this.asked.has(district)) return;
    this.asked.add(district);
    const result = await this.api.areas(district);
    if (!result.ok) {
      this.asked.delete(district);
      return;
    }
    this.names.update((now) => new Map([...now, ...result.value.map(({ code, name }) => [code, name] as const)]));
  }
}
