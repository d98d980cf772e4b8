import { Controller, Get } from '@nestjs/common';
import type { AreaView, DecreeView, Directory } from '@papan/contracts';
import { type Actor, isAreaCode, isWithin, refuse } from '@papan/domain';
import {
  CurrentActor,
  CurrentSession,
  Database,
  May,
  QueryWord,
  Refused,
  type SignedIn,
  asIdentity,
} from '@papan/server-platform';
import { Directories, areasWithin, decreesOf } from './read-directory';

/** A region in which the reader serves. */
export interface RegionView {
  readonly code: string;
  readonly name: string;
  readonly example: boolean;
}

/** Regions, agencies, people, areas, campaigns: the names around the table. */
@Controller('api/regions')
export class OrganisationController {
  constructor(
    private readonly database: Database,
    private readonly directories: Directories,
  ) {}

  @Get()
  @May('signed-in')
  regions(@CurrentSession() { actors }: SignedIn): Promise<RegionView[]> {
    return asIdentity(this.database, (tx) =>
      tx.query<RegionView>('SELECT code, name, example FROM region WHERE code = ANY ($1) ORDER BY code', [
        [...actors.keys()],
      ]),
    );
  }

  @Get(':region/directory')
  @May('board.read', 'figures.read')
  directory(@CurrentActor() actor: Actor): Promise<Directory> {
    return this.directories.read(actor);
  }

  /** The days off of the joint ministerial decrees, for those who read dossiers and no directory: their clocks count too. */
  @Get(':region/decrees')
  @May('board.read', 'figures.read', 'dossier.read')
  decrees(@CurrentActor() actor: Actor): Promise<DecreeView[]> {
    return this.database.as(actor, decreesOf, { readOnly: true });
  }

  @Get(':region/areas')
  @May('board.read')
  async areas(@CurrentActor() actor: Actor, @QueryWord('within') within: string | undefined): Promise<AreaView[]> {
    if (within !== undefined && !(isAreaCode(within) && isWithin(within, actor.region)))
      throw new Refused(refuse('AREA_UNKNOWN', { value: within.slice(0, 40) }));
    return this.database.as(actor, (tx) => areasWithin(tx, actor.region, within ?? null), { readOnly: true });
  }
}
