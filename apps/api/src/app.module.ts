import { type DynamicModule, Module } from '@nestjs/common';
import { ComplianceModule } from '@papan/server-compliance';
import { CoverageModule } from '@papan/server-coverage';
import { type NoticesOptions, NoticesModule } from '@papan/server-notices';
import { OrganisationModule } from '@papan/server-organisation';
import { PlatformModule, type PlatformOptions } from '@papan/server-platform';
import { TasksModule } from '@papan/server-tasks';
import { PROJECTIONS } from './projections';
import { ReportModule } from './report/report.module';

/** The roof over the server's rooms. */
@Module({})
export class AppModule {
  static forRoot(options: PlatformOptions & NoticesOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot({ projections: PROJECTIONS, ...options }),
        OrganisationModule,
        TasksModule,
        CoverageModule,
        ComplianceModule,
        ReportModule,
        NoticesModule.forRoot(options),
      ],
    };
  }
}
