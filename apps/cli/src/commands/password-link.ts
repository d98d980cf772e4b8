import { firstPasswordToken } from '@papan/server-platform';
import { type Command, needed } from '../command';
import { withOwner } from '../connect';
import { enabledAccount, firstPasswordLink } from './common';

/** `papan password link`: a new one-time link for somebody who lost the old one or the password. */
export const passwordLink: Command = {
  name: 'password link',
  flags: [{ name: 'login', needed: true, example: 'rina@contoh.go.id' }],
  help: {
    id: { summary: 'Mencetak tautan sekali pakai yang baru untuk membuat kata sandi.', flags: ['nama akun'] },
    en: { summary: 'Prints a new one-time link to set a password.', flags: ['login'] },
  },
  run(call) {
    const login = needed(call, 'login');
    return withOwner(call, async (owner) => {
      const { id, login: known } = await enabledAccount(owner, login);
      const token = await firstPasswordToken(owner, id);
      const link = firstPasswordLink(call, token);
      return { lines: [link, WORDS[call.language]], data: { login: known, link, token } };
    });
  },
};

const WORDS = {
  id: 'Tautan berlaku sekali, selama 24 jam; yang lama tidak berlaku lagi.',
  en: 'The link works once, for 24 hours; an older one no longer works.',
} as const;
