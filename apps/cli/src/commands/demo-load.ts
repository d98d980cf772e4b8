import { formatInteger } from '@papan/domain';
import { layDownDossiers } from '@papan/server-compliance';
import { type SeedOutcome, DEMO_PASSWORD, seedDemo } from '@papan/seed';
import { type Command, Hindrance } from '../command';
import { filesDir, withOwnerUrl } from '../connect';

/** `papan demo load`: the demonstration of Kabupaten Blitar and Kota Blitar, once, into an empty installation. */
export const demoLoad: Command = {
  name: 'demo load',
  flags: [],
  help: {
    id: { summary: 'Memuat data contoh Kabupaten Blitar dan Kota Blitar ke pemasangan yang masih kosong.', flags: [] },
    en: {
      summary: 'Loads the example data of Kabupaten Blitar and Kota Blitar into an empty installation.',
      flags: [],
    },
  },
  async run(call) {
    const outcome = await withOwnerUrl(call, (ownerUrl) =>
      seedDemo(ownerUrl, {
        root: call.root,
        filesDir: filesDir(call),
        afterwards: layDownDossiers,
      }),
    );
    const text = WORDS[call.language];
    if (!outcome.loaded) {
      if (outcome.why === 'NOT_EMPTY') throw notEmpty();
      return { lines: [text.already], data: outcome };
    }
    return {
      lines: [...outcome.regions.map((region) => text.region(region)), text.password(DEMO_PASSWORD)],
      data: outcome,
    };
  },
};

type Loaded = Extract<SeedOutcome, { loaded: true }>['regions'][number];

const WORDS = {
  id: {
    already: 'Data contoh sudah ada; tidak ada yang diubah.',
    region: ({ code, name, tasks, entries }: Loaded) =>
      `${code} ${name}: ${formatInteger(tasks)} tugas, ${formatInteger(entries)} catatan riwayat`,
    password: (password: string) => `Kata sandi semua akun contoh: ${password}`,
  },
  en: {
    already: 'The example data is there already; nothing was changed.',
    region: ({ code, name, tasks, entries }: Loaded) =>
      `${code} ${name}: ${formatInteger(tasks, 'en')} tasks, ${formatInteger(entries, 'en')} journal entries`,
    password: (password: string) => `Password of all example accounts: ${password}`,
  },
} as const;

function notEmpty(): Hindrance {
  return new Hindrance('NOT_EMPTY', {
    id: {
      title: 'Pemasangan ini sudah dipakai; data contoh tidak dicampur dengan data sungguhan.',
      mend: 'Pakai DATA_DIR lain untuk contoh, misalnya: DATA_DIR=.contoh npm start',
    },
    en: {
      title: 'This installation is in use; example data is not mixed with real data.',
      mend: 'Take another DATA_DIR for the example, e.g. DATA_DIR=.contoh npm start',
    },
  });
}
