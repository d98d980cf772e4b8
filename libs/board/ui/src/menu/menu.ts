import { Component, ElementRef, inject, input, output, signal, viewChild } from '@angular/core';

/** One line of a menu. A line that cannot be chosen stays readable and says why. */
export interface MenuItem {
  readonly id: string;
  readonly text: string;
  /** The key that does the same: "L". */
  readonly key?: string;
  /** Why it cannot be chosen now; empty or absent: it can. */
  readonly refused?: string;
  /** Begins a new group. */
  readonly group?: string;
}

/** The index that the key leads to, or null for keys that are not the menu's. Refused lines are walked over, not skipped: their reason is read. */
export function nextIndex(key: string, at: number, items: readonly MenuItem[]): number | null {
  const last = items.length - 1;
  if (last < 0) return null;
  if (key === 'ArrowDown') return at >= last ? 0 : at + 1;
  if (key === 'ArrowUp') return at <= 0 ? last : at - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  if (key.length !== 1) return null;
  const letter = key.toLocaleLowerCase();
  const order = items.map((_, step) => (at + 1 + step) % items.length);
  return order.find((index) => items[index]?.text.toLocaleLowerCase().startsWith(letter)) ?? null;
}

/** A menu beside a thing: opened with `openAt`, walked by arrows and letters, closed by Escape or a click elsewhere. */
@Component({
  selector: 'pp-menu',
  template: `
    <div
      #panel
      popover="auto"
      role="menu"
      tabindex="-1"
      [attr.aria-label]="label()"
      (keydown)="onKey($event)"
      (toggle)="onToggle($event)"
    >
      @for (item of shown(); track item.id; let index = $index) {
        @if (item.group) {
          <p class="group" role="presentation">{{ item.group }}</p>
        }
        <button
          type="button"
          role="menuitem"
          tabindex="-1"
          [attr.aria-disabled]="item.refused ? true : null"
          (click)="choose(item)"
          (mouseenter)="focusItem(index)"
        >
          <span class="text">{{ item.text }}</span>
          @if (item.key) {
            <kbd aria-hidden="true">{{ item.key }}</kbd>
          }
          @if (item.refused) {
            <span class="why">{{ item.refused }}</span>
          }
        </button>
      }
    </div>
  `,
  styles: `
    div[popover] {
      position: fixed;
      inset: auto;
      margin: 0;
      padding: 4px;
      min-inline-size: 220px;
      max-inline-size: min(340px, calc(100vw - 16px));
      max-block-size: min(70dvh, 520px);
      overflow: auto;
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--bg);
      color: var(--text);
    }
    .group {
      padding: 8px 10px 2px;
      color: var(--muted);
      font-size: var(--text-xs);
    }
    button {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 2px 12px;
      inline-size: 100%;
      min-block-size: var(--target);
      padding: 4px 10px;
      border: 0;
      border-radius: var(--radius-s);
      background: none;
      color: inherit;
      font: inherit;
      font-size: var(--text-s);
      text-align: start;
      cursor: pointer;
    }
    button:focus {
      background: var(--running-bg);
      outline-offset: -3px;
    }
    button[aria-disabled] {
      color: var(--muted);
      cursor: default;
    }
    .why {
      flex-basis: 100%;
      font-size: var(--text-xs);
    }
    kbd {
      padding: 0 5px;
      border: 1px solid var(--hair);
      border-radius: var(--radius-s);
      color: var(--muted);
      font: inherit;
      font-size: var(--text-xs);
    }
  `,
})
export class Menu {
  readonly label = input.required<string>();
  readonly chosen = output<string>();
  readonly closed = output();

  protected readonly shown = signal<readonly MenuItem[]>([]);
  private readonly panel = viewChild.required<ElementRef<HTMLElement>>('panel');
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private returnTo: HTMLElement | null = null;

  /** Opens beside the anchor, inside the window; focus goes in and comes back to `returnTo` on Escape. */
  openAt(anchor: HTMLElement, items: readonly MenuItem[], returnTo: HTMLElement = anchor): void {
    this.shown.set(items);
    this.returnTo = returnTo;
    const panel = this.panel().nativeElement;
    queueMicrotask(() => {
      panel.showPopover();
      requestAnimationFrame(() => {
        this.place(panel, anchor.getBoundingClientRect());
        this.focusItem(
          Math.max(
            0,
            items.findIndex((item) => !item.refused),
          ),
        );
      });
    });
  }

  protected choose(item: MenuItem): void {
    if (item.refused) return;
    this.close();
    this.chosen.emit(item.id);
  }

  protected onKey(event: KeyboardEvent): void {
    const buttons = this.buttons();
    const at = buttons.findIndex((button) => button === document.activeElement);
    if (event.key === 'Tab') this.close();
    const next = nextIndex(event.key, at, this.shown());
    event.stopPropagation();
    if (next === null) return;
    event.preventDefault();
    buttons[next]?.focus();
  }

  protected onToggle(event: Event): void {
    if ((event as ToggleEvent).newState === 'closed') this.closed.emit();
  }

  protected focusItem(index: number): void {
    this.buttons()[index]?.focus({ preventScroll: true });
  }

  private close(): void {
    this.panel().nativeElement.hidePopover();
    this.returnTo?.focus({ preventScroll: true });
  }

  private buttons(): readonly HTMLElement[] {
    return [...this.host.nativeElement.querySelectorAll<HTMLElement>('[role=menuitem]')];
  }

  private place(panel: HTMLElement, anchor: DOMRect): void {
    const { offsetWidth: width, offsetHeight: height } = panel;
    const below = anchor.bottom + 4;
    const top =
      below + height > innerHeight ? Math.max(8, Math.min(anchor.top - height - 4, innerHeight - height - 8)) : below;
    const left = Math.min(Math.max(8, anchor.right - width), innerWidth - width - 8);
    panel.style.top = `${top}px`;
    panel.style.left = `${Math.max(8, left)}px`;
  }
}
