import { Injectable, inject, signal } from '@angular/core';
import type { DossierDetail } from '@papan/contracts';
import { HandoversApi } from '../api/handovers-api';

/** Where the files of one dossier are read. */
@Injectable()
export class DossierFiles {
  private readonly api = inject(HandoversApi);
  private readonly held = signal<{ readonly id: number; readonly hashes: ReadonlySet<string> } | null>(null);

  take(id: number, files: DossierDetail['files']): void {
    this.held.set({ id, hashes: new Set(files.map(({ hash }) => hash)) });
  }

  /** Null for what is not of this dossier: the prosecutor's own uploads. */
  address(hash: string): string | null {
    const held = this.held();
    return held?.hashes.has(hash) ? this.api.originalAddress(held.id, hash) : null;
  }
}
