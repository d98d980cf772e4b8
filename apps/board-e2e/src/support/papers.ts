import { randomUUID } from 'node:crypto';

/** A file as the browser is given one. */
export interface Payload {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A page of PDF of its own: no two have the same bytes. */
export function paper(name: string): Payload {
  const lines = [
    '%PDF-1.4',
    `% ${randomUUID()}`,
    '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj',
    '2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj',
    '3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >> endobj',
    'trailer << /Size 4 /Root 1 0 R >>',
    'startxref',
    '0',
    '%%EOF',
    '',
  ];
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(lines.join('\n'), 'latin1') };
}
