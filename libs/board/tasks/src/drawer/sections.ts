/** The forms of a task; one is open at a time, and the address says which. */
export const DRAWER_SECTIONS = ['report', 'correct', 'evidence', 'blockers', 'verify', 'reassign'] as const;
export type DrawerSection = (typeof DRAWER_SECTIONS)[number];

const IN_ADDRESS: Readonly<Record<DrawerSection, string>> = {
  report: 'lapor',
  correct: 'koreksi',
  evidence: 'bukti',
  blockers: 'kendala',
  verify: 'verifikasi',
  reassign: 'alihkan',
};

export function sectionInAddress(section: DrawerSection): string {
  return IN_ADDRESS[section];
}

export function sectionOf(text: string | null): DrawerSection | null {
  return DRAWER_SECTIONS.find((section) => IN_ADDRESS[section] === text) ?? null;
}
