import { Module } from '@nestjs/common';

/** Employers and their cases, from the first appeal to the prosecutor. Needs the platform's providers around it. */
@Module({ controllers: [] })
export class ComplianceModule {}
