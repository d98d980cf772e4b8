import { Injectable, computed, inject } from '@angular/core';
import { SessionStore, Wire } from '@papan/board-platform';
import type { Result } from '@papan/board-platform';
import type { ProvinceView } from '@papan/contracts';

/** The province of the active region: its code is how the region's begins. */
@Injectable({ providedIn: 'root' })
export class ProvinceApi {
  private readonly wire = inject(Wire);
  private readonly session = inject(SessionStore);

  readonly code = computed(() => this.session.region()?.split('.')[0] ?? '');
  province = (): Promise<Result<ProvinceView>> => this.wire.get(`/api/provinces/${this.code()}`);
}
