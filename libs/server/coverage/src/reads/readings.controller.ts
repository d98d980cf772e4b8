import { Controller, Get } from '@nestjs/common';
import type { CoverageView, MonthView, ProvinceView } from '@papan/contracts';
import type { Actor } from '@papan/domain';
import { CurrentActor, Database, May, PathWord, orRefuse } from '@papan/server-platform';
import { readCoverage } from './read-coverage';
import { readMonth } from './read-month';
import { readProvince } from './read-province';

/** The figures as they are read: of a region, of the areas of a month, of a province. */
@Controller('api')
export class ReadingsController {
  constructor(private readonly database: Database) {}

  @Get('regions/:region/coverage')
  @May('figures.read')
  coverage(@CurrentActor() actor: Actor): Promise<CoverageView> {
    return readCoverage(this.database, actor);
  }

  @Get('regions/:region/coverage/months/:asOf')
  @May('figures.read')
  async month(@CurrentActor() actor: Actor, @PathWord('asOf') asOf: string): Promise<MonthView> {
    return orRefuse(await readMonth(this.database, actor, asOf));
  }

  @Get('provinces/:province')
  @May('figures.read')
  async province(@PathWord('province') province: string): Promise<ProvinceView> {
    return orRefuse(await readProvince(this.database, province));
  }
}
