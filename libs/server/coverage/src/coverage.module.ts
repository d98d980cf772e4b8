import { Module } from '@nestjs/common';
import { CoverageController } from './coverage.controller';
import { FigureFilesController } from './files/figure-files.controller';
import { PublicController } from './public/public.controller';
import { ReadingsController } from './reads/readings.controller';

/** Coverage. Needs the platform's providers around it. */
@Module({ controllers: [CoverageController, FigureFilesController, ReadingsController, PublicController] })
export class CoverageModule {}
