import { Controller, Get } from '@nestjs/common';
import type { AreaMonthsView, CoverageView, MonthView, ProvinceView } from '@papan/contracts';
import type { Actor } from '@papan/domain';
import { CurrentActor, Database, May, PathWord, orRefuse } from '@papan/server-platform';
import { readArea } from './read-area';
import { readCoverage } from './read-coverage';
import { readMonth } from './read-month';
import { readProvince } from './read-province';

/** The figures as they are read: of a region, of the areas of a month, of a district over the months, of a province. */
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

  @Get('regions/:region/coverage/areas/:area')
  @May('figures.read')
  async area(@CurrentActor() actor: Actor, @PathWord('area') area: string): Promise<AreaMonthsView> {
    return orRefuse(await readArea(this.database, actor, area));
  }

  @Get('provinces/:province')
  @May('figures.read')
  async province(@PathWord('province') province: string): Promise<ProvinceView> {
    return orRefuse(await readProvince(this.database, province));
  }
}
