import { STEPS } from '@papan/domain';
import type { Step } from '@papan/domain';

/**
 * The form that is open on the page of a case; the address says which: `langkah` the next lawful step, `bukti` the next
 * missing proof, a step by its name, a form of a step by its entry, or one of the forms of the case itself.
 */
export type Opened =
  | { readonly form: 'next' | 'proof' | 'violations' | 'employer' | 'verify' | 'close' | 'reopen' }
  | { readonly form: 'step'; readonly step: Step }
  | { readonly form: 'receipt' | 'freeze' | 'attendance'; readonly entry: string };

const PLAIN = {
  langkah: 'next',
  bukti: 'proof',
  pelanggaran: 'violations',
  koreksi: 'employer',
  verifikasi: 'verify',
  penutupan: 'close',
  'buka-kembali': 'reopen',
} as const;
const OF_ENTRY = { terima: 'receipt', naskah: 'freeze', hadir: 'attendance' } as const;

/** What an address asks for; null where it asks for nothing known. */
export function openedIn(address: string | null): Opened | null {
  if (address === null) return null;
  const [word = '', entry = ''] = address.split('.');
  const plain = Object.entries(PLAIN).find(([name]) => name === word);
  if (plain) return { form: plain[1] };
  const ofEntry = Object.entries(OF_ENTRY).find(([name]) => name === word);
  if (ofEntry && entry !== '') return { form: ofEntry[1], entry };
  const step = STEPS.find((one) => one.toLowerCase() === word);
  return step ? { form: 'step', step } : null;
}

export function inAddress(opened: Opened | null): string | null {
  if (opened === null) return null;
  if (opened.form === 'step') return opened.step.toLowerCase();
  const named = Object.entries({ ...PLAIN, ...OF_ENTRY }).find(([, form]) => form === opened.form)?.[0] ?? null;
  return 'entry' in opened ? `${named}.${opened.entry}` : named;
}

/** Whether this very form is open. */
export function isOpened(opened: Opened | null, asked: Opened): boolean {
  return opened !== null && inAddress(opened) === inAddress(asked);
}
