import { board } from './board.en';
import { compliance } from './compliance.en';
import { coverage } from './coverage.en';
import { employers } from './employers.en';
import { evidence } from './evidence.en';
import { figures } from './figures.en';
import { home } from './home.en';
import { live } from './live.en';
import type { Rooms, Translated } from './messages';
import { notices } from './notices.en';
import { phone } from './phone.en';
import { shell } from './shell.en';
import { tasks } from './tasks.en';

/** The English board; fetched when somebody asks for it. */
export const ENGLISH: { readonly [R in keyof Rooms]: Translated<Rooms[R]> } = {
  shell,
  home,
  live,
  tasks,
  board,
  phone,
  compliance,
  evidence,
  employers,
  coverage,
  figures,
  notices,
};
export { ENGLISH_VOICE } from '@papan/contracts/words/english';
