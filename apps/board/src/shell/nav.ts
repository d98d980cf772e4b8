import type { SessionStore } from '@papan/board-platform';

/** One room that the reader can go to. */
export interface Room {
  readonly path: string;
  readonly title:
    | 'shell.province'
    | 'shell.home'
    | 'shell.board'
    | 'shell.myTasks'
    | 'shell.compliance'
    | 'shell.dossiers'
    | 'shell.counter'
    | 'shell.coverage'
    | 'shell.people';
  /** Second key after `g`. */
  readonly key: string;
  readonly picture: 'home' | 'board' | 'tasks' | 'cases' | 'dossiers' | 'counter' | 'figures' | 'people';
}

const ROOMS: readonly (Room & { readonly open: (session: SessionStore) => boolean })[] = [
  { path: '/provinsi', title: 'shell.province', key: 'v', picture: 'figures', open: readsForItsProvince },
  { path: '/', title: 'shell.home', key: 'b', picture: 'home', open: (it) => it.can('board.read') },
  { path: '/papan', title: 'shell.board', key: 'p', picture: 'board', open: (it) => it.can('board.read') },
  { path: '/tugas-saya', title: 'shell.myTasks', key: 't', picture: 'tasks', open: reportsForItsAgency },
  { path: '/kepatuhan', title: 'shell.compliance', key: 'k', picture: 'cases', open: (it) => it.can('case.read') },
  { path: '/berkas', title: 'shell.dossiers', key: 'd', picture: 'dossiers', open: readsDossiersOnly },
  { path: '/loket', title: 'shell.counter', key: 'l', picture: 'counter', open: (it) => it.can('counter.check') },
  { path: '/cakupan', title: 'shell.coverage', key: 'a', picture: 'figures', open: (it) => it.can('figures.read') },
  { path: '/orang', title: 'shell.people', key: 'o', picture: 'people', open: (it) => it.can('people.read') },
];

/** The rooms that this reader may enter; the others are not shown. */
export function roomsOf(session: SessionStore): readonly Room[] {
  return ROOMS.filter(({ open }) => open(session));
}

/** Who reads the cases finds their dossiers with the hand-over. */
function readsDossiersOnly(session: SessionStore): boolean {
  return session.can('dossier.read') && !session.can('case.read');
}

/** The others find the province from the page of coverage. */
function readsForItsProvince(session: SessionStore): boolean {
  return session.actor()?.role === 'province';
}

function reportsForItsAgency(session: SessionStore): boolean {
  const actor = session.actor();
  return actor !== null && session.can('progress.report', { agency: actor.agency.id });
}
