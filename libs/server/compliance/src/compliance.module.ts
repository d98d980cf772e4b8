import { Module } from '@nestjs/common';
import { CasesController } from './cases/cases.controller';
import { CounterController } from './counter/counter.controller';
import { CaseDeadlines } from './ladder/case-deadlines';
import { LadderController } from './ladder/ladder.controller';
import { TaskCasesController } from './tasks/task-cases.controller';

/** Employers and their cases, from the first appeal to the prosecutor. Needs the platform's providers around it. */
@Module({
  controllers: [CasesController, TaskCasesController, LadderController, CounterController],
  providers: [CaseDeadlines],
})
export class ComplianceModule {}
