import { Module } from '@nestjs/common';
import { Settings } from '../settings/settings';
import { EvidenceSweep } from './evidence-sweep';
import { EvidenceController } from './evidence.controller';
import { Files } from './store';
import { TakeIn } from './take-in';

/** Files that show work. Needs `Database`, `Sweeper` and `Settings` around it. */
@Module({
  controllers: [EvidenceController],
  providers: [
    { provide: Files, useFactory: ({ filesDir }: Settings) => new Files(filesDir), inject: [Settings] },
    TakeIn,
    EvidenceSweep,
  ],
  exports: [Files],
})
export class EvidenceModule {}
