import { join } from 'node:path';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DossierKey, type PdfPort, TypstPdf } from '@papan/server-papers';
import { Settings } from '@papan/server-platform';

/** The one printing press of this instance, and the key that seals what leaves it. */
@Injectable()
export class Papers implements OnModuleDestroy {
  private readonly typst: TypstPdf;
  private loaded: Promise<DossierKey> | undefined;

  constructor(private readonly settings: Settings) {
    this.typst = new TypstPdf({ fontFolder: process.env['PAPERS_FONT_DIR'] });
  }

  get pdf(): PdfPort {
    return this.typst;
  }

  /** Made at first use, and again tried where it could not be read. */
  key(): Promise<DossierKey> {
    this.loaded ??= DossierKey.load(join(this.settings.dataDir, 'secrets')).catch((error: unknown) => {
      this.loaded = undefined;
      throw error;
    });
    return this.loaded;
  }

  async onModuleDestroy(): Promise<void> {
    await this.typst.close();
  }
}
