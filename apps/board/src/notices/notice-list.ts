import { Component, inject, input, output } from '@angular/core';
import type { Params } from '@angular/router';
import { RouterLink } from '@angular/router';
import { Say, SayPipe, SessionStore } from '@papan/board-platform';
import type { NoticeView } from '@papan/contracts';
import { sayNotice } from '@papan/contracts/words/notices';
import { BLOCKER_CODES, formatMoment } from '@papan/domain';

interface Way {
  readonly path: string;
  readonly query: Params;
}

/** Notices as lines, each a way to what it is about. */
@Component({
  selector: 'pp-notice-list',
  imports: [RouterLink, SayPipe],
  template: `
    <ul>
      @for (notice of notices(); track notice.id) {
        <li [class.unread]="!notice.read">
          <a [routerLink]="way(notice).path" [queryParams]="way(notice).query" (click)="opened.emit(notice.id)">
            @if (!notice.read) {
              <span class="dot" aria-hidden="true"></span>
              <span class="sr-only">{{ 'notices.isUnread' | say }}: </span>
            }
            <span class="line">{{ text(notice) }}</span>
            <time class="muted small" [attr.datetime]="notice.at">{{ moment(notice.at) }}</time>
          </a>
        </li>
      }
    </ul>
  `,
  styles: `
    li + li {
      border-block-start: 1px solid var(--hair);
    }
    a {
      position: relative;
      display: grid;
      gap: 2px;
      min-block-size: var(--target);
      padding: 8px var(--s4) 8px 28px;
      color: inherit;
      font-size: var(--text-s);
      text-decoration: none;
    }
    a:hover {
      background: var(--surface);
    }
    a:focus-visible {
      outline-offset: -3px;
    }
    .unread .line {
      font-weight: 600;
    }
    .dot {
      position: absolute;
      inset-block-start: 15px;
      inset-inline-start: 12px;
      inline-size: 8px;
      block-size: 8px;
      border-radius: 50%;
      background: var(--primary);
    }
  `,
})
export class NoticeList {
  readonly notices = input.required<readonly NoticeView[]>();
  readonly opened = output<number>();
  private readonly session = inject(SessionStore);
  private readonly voice = inject(Say);

  protected text({ kind, params }: NoticeView): string {
    return sayNotice(this.voice.language(), { kind, params }, (code) => {
      const known = BLOCKER_CODES.find((one) => one === code);
      return known === undefined ? code : this.voice.word('blocker', known);
    });
  }

  protected moment(at: string): string {
    return formatMoment(at, this.voice.locale());
  }

  /** Where the reader of this notice can go; who has no page for it stays with his notices. */
  protected way({ kind, task, case: of, params }: NoticeView): Way {
    if (task !== null) return this.toTask(task);
    if (of !== null) return this.to(this.session.can('case.read') ? `/kepatuhan/kasus/${of}` : `/berkas/${of}`);
    if (kind === 'HANDOVER_PROPOSED') return this.to(`/kepatuhan/penyerahan/${params['handover'] ?? ''}`);
    return this.to(kind === 'DOSSIERS_READY' ? '/berkas' : '/pemberitahuan');
  }

  private toTask(task: number): Way {
    if (this.session.me()?.session === 'phone') return this.to('/tugas-saya');
    return { path: '/papan', query: { tugas: task } };
  }

  private to(path: string): Way {
    return { path, query: {} };
  }
}
