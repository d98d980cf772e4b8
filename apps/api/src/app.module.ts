import { type DynamicModule, Module } from '@nestjs/common';
import { ComplianceModule } from '@papan/server-compliance';
import { CoverageModule } from '@papan/server-coverage';
import { OrganisationModule } from '@papan/server-organisation';
import { PlatformModule, type PlatformOptions } from '@papan/server-platform';
import { TasksModule } from '@papan/server-tasks';

/** The roof over the server's rooms. */
@Module({})
export class AppModule {
  static forRoot(options: PlatformOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.forRoot(options), OrganisationModule, TasksModule, CoverageModule, ComplianceModule],
    };
  }
}
