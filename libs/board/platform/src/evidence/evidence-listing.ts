import { Component, inject, input, signal } from '@angular/core';
import type { EvidenceView } from '@papan/contracts';
import { formatBytes, formatMoment, formatShortDate, isPhoto } from '@papan/domain';
import { Directory } from '../directory/directory';
import { Say } from '../i18n/say';
import { EvidenceClient } from './evidence-client';

/** What a reader can do nothing with in full, shown by its beginning. */
const SHOWN = 12;

/** Files of a task, a case or an employer: small picture, name, what was said about the letter, fingerprint to copy. */
@Component({
  selector: 'pp-evidence-list',
  template: `
    @if (ready()) {
      <ul>
        @for (file of files(); track $index) {
          <li>
            @if (isPhoto(file)) {
              <img [src]="client.previewAddress(file.hash)" alt="" loading="lazy" width="64" height="64" />
            } @else {
              <span class="kind" aria-hidden="true">{{ file.kind.toUpperCase() }}</span>
            }
            <div class="said">
              <p>
                <a [href]="client.address(file.hash)" download [attr.aria-label]="opens(file)">{{ name(file) }}</a>
                <span class="muted small"> {{ size(file) }}</span>
              </p>
              @if (letter(file); as text) {
                <p class="small">{{ text }}</p>
              }
              @if (file.note) {
                <p class="small note">{{ file.note }}</p>
              }
              <p class="muted small">{{ added(file) }}</p>
              @for (print of prints(file); track print.hash) {
                <p class="hash small">
                  <span class="muted">{{ print.label }}</span>
                  <code [attr.title]="print.hash">{{ whole() === print.hash ? print.hash : short(print.hash) }}</code>
                  <button
                    type="button"
                    class="button quiet"
                    [attr.aria-label]="print.copies"
                    (click)="copy(print.hash)"
                  >
                    {{ voice.say('evidence.copy') }}
                  </button>
                </p>
              }
            </div>
          </li>
        } @empty {
          <li class="muted">{{ voice.say('evidence.empty') }}</li>
        }
      </ul>
      <p class="sr-only" role="status">{{ told() }}</p>
    }
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--s3);
    }
    li {
      display: flex;
      gap: var(--s3);
      font-size: var(--text-s);
    }
    img,
    .kind {
      flex: none;
      inline-size: 64px;
      block-size: 64px;
      border: 1px solid var(--hair);
      border-radius: var(--radius-s);
      object-fit: cover;
    }
    .kind {
      display: grid;
      place-items: center;
      background: var(--surface);
      color: var(--muted);
      font-size: var(--text-xs);
      font-weight: 600;
    }
    .said {
      min-inline-size: 0;
    }
    .note {
      white-space: pre-wrap;
    }
    .hash .button {
      min-block-size: 32px;
      padding-inline: 6px;
    }
    .hash {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 6px;
    }
    code {
      overflow-wrap: anywhere;
    }
  `,
})
export class EvidenceListing {
  readonly files = input.required<readonly EvidenceView[]>();

  protected readonly voice = inject(Say);
  protected readonly client = inject(EvidenceClient);
  private readonly directory = inject(Directory);
  protected readonly ready = signal(false);
  protected readonly told = signal('');
  /** The fingerprint that is written out, where it could not be copied. */
  protected readonly whole = signal('');

  constructor() {
    void this.voice.learn('evidence').then(() => this.ready.set(true));
  }

  protected isPhoto = ({ kind }: EvidenceView): boolean => isPhoto(kind);
  protected name = (file: EvidenceView): string => file.name || this.voice.say('evidence.unnamed');
  protected opens = (file: EvidenceView): string =>
    `${this.voice.say('evidence.open', { name: this.name(file) })}, ${this.size(file)}`;
  protected short = (hash: string): string => `${hash.slice(0, SHOWN)}…`;

  protected size = ({ kind, bytes }: EvidenceView): string =>
    this.voice.say('evidence.kindAndSize', {
      kind: kind.toUpperCase(),
      size: formatBytes(bytes, this.voice.locale()),
    });

  /** "Surat nomor 440/12, tanggal 30 Okt 2026, diterima 1 Nov 2026"; empty where nothing was said. */
  protected letter({ letterNumber, letterDate, receivedOn }: EvidenceView): string {
    const day = (date: string): string => formatShortDate(date, this.voice.locale());
    return [
      letterNumber && this.voice.say('evidence.letter', { number: letterNumber }),
      letterDate && this.voice.say('evidence.dated', { day: day(letterDate) }),
      receivedOn && this.voice.say('evidence.received', { day: day(receivedOn) }),
    ]
      .filter(Boolean)
      .join(', ');
  }

  protected added({ at, by }: EvidenceView): string {
    const who = this.directory.person(by.person)?.name ?? this.directory.agency(by.agency)?.short ?? '';
    return this.voice.say('evidence.addedBy', { who, when: formatMoment(at, this.voice.locale()) });
  }

  /** The fingerprint of what is stored, and of what was sent where that is another. */
  protected prints(
    file: EvidenceView,
  ): readonly { readonly hash: string; readonly label: string; readonly copies: string }[] {
    const { hash, originalHash } = file;
    const name = this.name(file);
    const stored = {
      hash,
      label: this.voice.say('evidence.hash'),
      copies: this.voice.say('evidence.copyHash', { name }),
    };
    if (originalHash === hash) return [stored];
    const copies = this.voice.say('evidence.copyOriginalHash', { name });
    return [stored, { hash: originalHash, label: this.voice.say('evidence.originalHash'), copies }];
  }

  protected async copy(hash: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(hash);
      this.told.set(this.voice.say('evidence.copied'));
    } catch {
      this.whole.set(hash);
      this.told.set(this.voice.say('evidence.copyFailed'));
    }
  }
}
