import { Module } from '@nestjs/common';
import { CoverageController } from './coverage.controller';
import { ClaimsController } from './claims/claims.controller';
import { FigureFilesController } from './files/figure-files.controller';
import { MapController } from './map/map.controller';
import { MapReader } from './map/map-reader';
import { PublicController } from './public/public.controller';
import { ReadingsController } from './reads/readings.controller';

/** Coverage. Needs the platform's providers around it. */
@Module({
  controllers: [
    CoverageController,
    FigureFilesController,
    ReadingsController,
    PublicController,
    MapController,
    ClaimsController,
  ],
  providers: [MapReader],
})
export class CoverageModule {}
