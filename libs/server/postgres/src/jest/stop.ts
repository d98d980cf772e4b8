import { rm } from 'node:fs/promises';
import { run } from './run';

/** Ends what `start` began. */
export default async function stop(): Promise<void> {
  await run.server?.stop();
  if (run.folder !== undefined) await rm(run.folder, { recursive: true, force: true });
}
