import { Module } from '@nestjs/common';
import { CoverageController } from './coverage.controller';
import { FigureFilesController } from './files/figure-files.controller';
import { ReadingsController } from './reads/readings.controller';

/** Coverage. Needs the platform's providers around it. */
@Module({ controllers: [CoverageController, FigureFilesController, ReadingsController] })
export class CoverageModule {}
