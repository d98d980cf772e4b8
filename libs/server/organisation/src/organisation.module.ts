import { Module } from '@nestjs/common';
import { OrganisationController } from './organisation.controller';
import { Directories } from './read-directory';

/** The organisation. Needs the platform's providers around it. */
@Module({ controllers: [OrganisationController], providers: [Directories] })
export class OrganisationModule {}
