import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { DemoMail } from '@papan/contracts';
import type { SMTPServer } from 'smtp-server';

/** So many are kept, in memory only. */
const KEPT = 200;
const LARGEST = 256 * 1024;

/** A mail server that keeps what it gets and passes nothing on. It listens on this machine alone, at a port that is free. */
export class MailCatcher {
  private readonly caught: DemoMail[] = [];
  private server: SMTPServer | undefined;

  private constructor() {
    // Made by `open`.
  }

  static async open(): Promise<MailCatcher> {
    const { SMTPServer: Server } = await import('smtp-server');
    const catcher = new MailCatcher();
    const server = new Server({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      size: LARGEST,
      logger: false,
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.once('end', () => {
          const to = session.envelope.rcptTo.map(({ address }) => address).join(', ');
          catcher.keep(readMail(Buffer.concat(parts).toString('utf8'), to));
          done();
        });
      },
    });
    server.on('error', () => undefined);
    await new Promise<void>((resolve, reject) => {
      server.server.once('error', reject);
      server.listen(0, '127.0.0.1', () => resolve());
    });
    catcher.server = server;
    return catcher;
  }

  /** The newest first. */
  get mails(): readonly DemoMail[] {
    return [...this.caught].reverse();
  }

  get url(): string {
    const address = this.server?.server.address() as AddressInfo;
    return `smtp://127.0.0.1:${address.port}`;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      if (this.server) this.server.close(() => resolve());
      else resolve();
    });
  }

  private keep(mail: DemoMail): void {
    this.caught.push(mail);
    if (this.caught.length > KEPT) this.caught.shift();
  }
}

/** Reads back what our own mailer has written: plain text, in one of two encodings. */
export function readMail(raw: string, to: string): DemoMail {
  const end = raw.indexOf('\r\n\r\n');
  const head = raw.slice(0, end).replace(/\r\n[ \t]+/g, ' ');
  const field = (name: string): string => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';
  const body = decodeBody(raw.slice(end + 4), field('Content-Transfer-Encoding').toLowerCase());
  const messageId = field('Message-ID').replace(/^<|>$/g, '');
  return {
    to,
    subject: decodeWords(field('Subject')),
    text: body.replaceAll('\r\n', '\n'),
    messageId: messageId === '' ? createHash('sha256').update(raw).digest('hex') : messageId,
    at: new Date().toISOString(),
  };
}

function decodeBody(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  return encoding === 'quoted-printable' ? decodeQuoted(body.replace(/=\r\n/g, '')) : body;
}

function decodeQuoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** `=?UTF-8?Q?…?=` and `=?UTF-8?B?…?=` of RFC 2047. */
function decodeWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString('utf8')
        : decodeQuoted(word.replaceAll('_', ' ')),
    );
}
