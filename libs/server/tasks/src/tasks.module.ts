import { Module } from '@nestjs/common';
import { BoardReader } from '@papan/server-platform';
import { TasksBoardReader } from './read-board';
import { TasksController } from './tasks.controller';

/** Tasks: planned, worked on, reported, verified. Needs the platform's providers around it. */
@Module({
  controllers: [TasksController],
  providers: [{ provide: BoardReader, useClass: TasksBoardReader }],
  exports: [BoardReader],
})
export class TasksModule {}
