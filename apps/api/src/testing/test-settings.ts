import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SettingsValues, readSettings } from '@papan/server-platform';

/** Settings of a server that says little and has no board to serve, with what differs. */
export function testSettings(over: Partial<SettingsValues> = {}): SettingsValues {
  const dataDir = join(tmpdir(), `papan-data-${crypto.randomUUID()}`);
  const read = readSettings({ PORT: '0', LOG_LEVEL: 'silent', DATA_DIR: dataDir });
  return { ...read, boardFolder: null, ...over };
}
