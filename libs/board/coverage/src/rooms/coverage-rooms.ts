import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Say, SessionStore } from '@papan/board-platform';
import type { Action } from '@papan/domain';

interface Room {
  readonly path: string;
  readonly title: 'shell.coverage' | 'shell.province' | 'shell.figures' | 'shell.figureFiles' | 'shell.mapLayer';
  readonly action: Action;
}

const ROOMS: readonly Room[] = [
  { path: '/cakupan', title: 'shell.coverage', action: 'figures.read' },
  { path: '/provinsi', title: 'shell.province', action: 'figures.read' },
  { path: '/angka', title: 'shell.figures', action: 'figures.read' },
  { path: '/cakupan/berkas', title: 'shell.figureFiles', action: 'coverage.import' },
  { path: '/cakupan/peta', title: 'shell.mapLayer', action: 'map.publish' },
];

/** The ways between the pages of coverage; those that the reader may enter. */
@Component({
  selector: 'pp-coverage-rooms',
  imports: [RouterLink, RouterLinkActive],
  template: `
    @if (rooms().length > 1) {
      <nav [attr.aria-label]="voice.say('shell.coverageRooms')">
        @for (room of rooms(); track room.path) {
          <a
            [routerLink]="room.path"
            routerLinkActive="here"
            ariaCurrentWhenActive="page"
            [routerLinkActiveOptions]="EXACT"
            >{{ voice.say(room.title) }}</a
          >
        }
      </nav>
    }
  `,
  styles: `
    nav {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--s4);
      border-block-end: 1px solid var(--hair);
    }
    a {
      display: inline-flex;
      align-items: center;
      min-block-size: var(--target);
      border-block-end: 3px solid transparent;
      color: var(--muted);
      font-size: var(--text-s);
      text-decoration: none;
    }
    a:hover {
      color: var(--text);
    }
    .here {
      border-color: var(--primary);
      color: var(--text);
      font-weight: 600;
    }
    @media print {
      nav {
        display: none;
      }
    }
  `,
})
export class CoverageRooms {
  protected readonly voice = inject(Say);
  private readonly session = inject(SessionStore);
  /** What stands behind the question mark does not make another page. */
  protected readonly EXACT = {
    paths: 'exact',
    queryParams: 'ignored',
    fragment: 'ignored',
    matrixParams: 'ignored',
  } as const;
  protected readonly rooms = computed(() => ROOMS.filter(({ action }) => this.session.can(action)));
}
