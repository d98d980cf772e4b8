import { Injectable, inject } from '@angular/core';
import { Say, SessionStore, Wire, sendBytes } from '@papan/board-platform';
import type { CommandId, Result } from '@papan/board-platform';
import type { MapLayerCheck, MapShapes } from '@papan/contracts';

/** The shapes of the districts of the active region, as an administrator put them up. */
@Injectable({ providedIn: 'root' })
export class MapLayerApi {
  private readonly wire = inject(Wire);
  private readonly voice = inject(Say);
  private readonly session = inject(SessionStore);

  current = (): Promise<Result<MapShapes | null>> => this.wire.get(`${this.path()}/current`);

  /** Checked and put up in one go; a layer that does not pass changes nothing. */
  publish = (file: File, source: string, command: CommandId): Promise<Result<MapLayerCheck>> =>
    sendBytes(this.wire, `${this.path()}?source=${encodeURIComponent(source)}`, file, {
      command,
      language: this.voice.language(),
    });

  withdraw = (command: CommandId): Promise<Result<unknown>> =>
    this.wire.send('DELETE', `${this.path()}/current`, undefined, { command });

  private path(): string {
    return `/api/regions/${this.session.region() ?? ''}/map-layers`;
  }
}
