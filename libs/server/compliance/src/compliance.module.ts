import { Module } from '@nestjs/common';
import { Settings } from '@papan/server-platform';
import { CasesController } from './cases/cases.controller';
import { CounterController } from './counter/counter.controller';
import { DossierMaker } from './dossiers/dossier-maker';
import { DossierShelf } from './dossiers/dossier-shelf';
import { DossierKeyController } from './dossiers/dossier-key.controller';
import { DossiersController } from './dossiers/dossiers.controller';
import { EmployersController } from './employers/employers.controller';
import { Registers } from './employers/the-register';
import { HandoverController } from './handover/handover.controller';
import { ImportsController } from './import/imports.controller';
import { CaseDeadlines } from './ladder/case-deadlines';
import { LadderController } from './ladder/ladder.controller';
import { Letters } from './letters/letters';
import { LettersController } from './letters/letters.controller';
import { Papers } from './letters/papers';
import { SummaryController } from './summary/summary.controller';
import { TaskCasesController } from './tasks/task-cases.controller';

const shelf = {
  provide: DossierShelf,
  useFactory: ({ dataDir }: Settings) => new DossierShelf(dataDir),
  inject: [Settings],
};

/** Employers and their cases, from the first appeal to the prosecutor. Needs the platform's providers around it. */
@Module({
  controllers: [
    EmployersController,
    ImportsController,
    CasesController,
    TaskCasesController,
    LadderController,
    CounterController,
    HandoverController,
    DossiersController,
    DossierKeyController,
    LettersController,
    SummaryController,
  ],
  providers: [Registers, CaseDeadlines, Papers, Letters, DossierMaker, shelf],
  // One printing press for every paper.
  exports: [Papers],
})
export class ComplianceModule {}
