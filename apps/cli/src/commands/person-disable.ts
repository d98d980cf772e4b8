import { type Command, needed } from '../command';
import { withOwner } from '../connect';
import { enabledAccount } from './common';

/** `papan person disable`: the account no longer signs in, and its sessions end at once, everywhere. */
export const personDisable: Command = {
  name: 'person disable',
  flags: [{ name: 'login', needed: true, example: 'rina@contoh.go.id' }],
  help: {
    id: {
      summary: 'Menonaktifkan akun: semua sesinya berakhir seketika dan akun itu tidak dapat masuk lagi.',
      flags: ['nama akun'],
    },
    en: {
      summary: 'Switches an account off: all its sessions end at once, and it cannot sign in again.',
      flags: ['login'],
    },
  },
  run(call) {
    const login = needed(call, 'login');
    return withOwner(call, async (owner) => {
      const { id, login: known } = await enabledAccount(owner, login);
      await owner.query('UPDATE person SET disabled_at = clock_timestamp() WHERE id = $1', [id]);
      await owner.query('UPDATE credential SET token_hash = NULL, token_expires_at = NULL WHERE person = $1', [id]);
      const ended = await owner.query(
        'UPDATE session SET ended_at = clock_timestamp() WHERE person = $1 AND ended_at IS NULL RETURNING id',
        [id],
      );
      return {
        lines: [WORDS[call.language](known, ended.length)],
        data: { login: known, sessionsEnded: ended.length },
      };
    });
  },
};

const WORDS = {
  id: (login: string, ended: number) => `Akun ${login} dinonaktifkan; ${ended} sesi diakhiri.`,
  en: (login: string, ended: number) => `The account ${login} was switched off; ${ended} sessions ended.`,
} as const;
