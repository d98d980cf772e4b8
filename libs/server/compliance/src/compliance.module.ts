import { Module } from '@nestjs/common';
import { CasesController } from './cases/cases.controller';
import { CounterController } from './counter/counter.controller';
import { EmployersController } from './employers/employers.controller';
import { ImportsController } from './import/imports.controller';
import { ListReader } from './import/list-reader';
import { CaseDeadlines } from './ladder/case-deadlines';
import { LadderController } from './ladder/ladder.controller';
import { TaskCasesController } from './tasks/task-cases.controller';

/** Employers and their cases, from the first appeal to the prosecutor. Needs the platform's providers around it. */
@Module({
  controllers: [
    EmployersController,
    ImportsController,
    CasesController,
    TaskCasesController,
    LadderController,
    CounterController,
  ],
  providers: [ListReader, CaseDeadlines],
})
export class ComplianceModule {}
