import { Injectable } from '@nestjs/common';
import { type FindHeading, type Refusal, isRefusal, refuse } from '@papan/domain';
import { kindOf } from './reader/read-sheet';
import { runReader } from './run-reader';
import { scanZip } from './scan-zip';
import { type List, understand } from './understand';

/** Reading takes a core and some hundred megabytes for a moment: two at once. */
const AT_ONCE = 2;
const WAITING_AT_MOST = 10;

/** From the bytes of an uploaded file to a list whose heading is known, or why it is refused whole. */
@Injectable()
export class ListReader {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  async read(bytes: Buffer, heading: FindHeading): Promise<List | Refusal> {
    if (this.waiting.length >= WAITING_AT_MOST) return refuse('OVERLOADED');
    if (this.running >= AT_ONCE) await new Promise<void>((go) => this.waiting.push(go));
    else this.running++;
    try {
      const swollen = kindOf(bytes) === 'XLSX' ? await scanZip(bytes) : undefined;
      if (swollen) return swollen;
      const sheet = await runReader(bytes);
      return isRefusal(sheet) ? sheet : understand(sheet, heading);
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }
}
