import { Module } from '@nestjs/common';
import { ComplianceModule } from '@papan/server-compliance';
import { ReportController } from './report.controller';

/** The monthly report. Sets its paper where the letters are set. */
@Module({ imports: [ComplianceModule], controllers: [ReportController] })
export class ReportModule {}
