import { Module } from '@nestjs/common';
import { CoverageController } from './coverage.controller';
import { ReadingsController } from './reads/readings.controller';

/** Coverage. Needs the platform's providers around it. */
@Module({ controllers: [CoverageController, ReadingsController] })
export class CoverageModule {}
