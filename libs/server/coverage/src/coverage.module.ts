import { Module } from '@nestjs/common';
import { CoverageController } from './coverage.controller';

/** Coverage. Needs the platform's providers around it. */
@Module({ controllers: [CoverageController] })
export class CoverageModule {}
