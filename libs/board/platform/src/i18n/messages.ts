import { board } from './board.id';
import { home } from './home.id';
import { live } from './live.id';
import { phone } from './phone.id';
import { shell } from './shell.id';
import { tasks } from './tasks.id';

/** The sentences of the board in Indonesian, the source: one dictionary for each room that may be entered first. */
export const INDONESIAN = { shell, home, live, tasks, board, phone } as const;

/** Rooms whose dictionary comes with their first page, so that the others do not wait for it. */
export const INDONESIAN_ON_DEMAND = {
  compliance: async () => (await import('./compliance.id')).compliance,
  evidence: async () => (await import('./evidence.id')).evidence,
  employers: async () => (await import('./employers.id')).employers,
  coverage: async () => (await import('./coverage.id')).coverage,
  figures: async () => (await import('./figures.id')).figures,
  notices: async () => (await import('./notices.id')).notices,
};
type OnDemand = typeof INDONESIAN_ON_DEMAND;
export type RoomOnDemand = keyof OnDemand;

export type Rooms = typeof INDONESIAN & { readonly [R in RoomOnDemand]: Awaited<ReturnType<OnDemand[R]>> };
export type Room = keyof Rooms;

/** `home.peopleMissing`: the room, and the sentence in it. A key that is in no dictionary does not compile. */
export type MessageKey = { [R in Room]: `${R}.${keyof Rooms[R] & string}` }[Room];

/** The same keys in another language; one missing or one too many does not compile. */
export type Translated<Dictionary> = { readonly [Key in keyof Dictionary]: string };

type TextOf<Key extends MessageKey> = Key extends `${infer R extends Room}.${infer Name}`
  ? Name extends keyof Rooms[R]
    ? Rooms[R][Name]
    : never
  : never;

type BraceOf<Text> = Text extends `${string}{${infer Brace}}${infer Rest}` ? Brace | BraceOf<Rest> : never;
type NameOf<Brace> = Brace extends `${infer Name}:${string}` ? Name : Brace;

/** The names in braces of a sentence: they have to be given. */
export type ParamOf<Key extends MessageKey> = NameOf<BraceOf<TextOf<Key>>>;

/** Nothing for a sentence without braces; else a value for each name. */
export type SayArguments<Key extends MessageKey> = [ParamOf<Key>] extends [never]
  ? []
  : [params: Readonly<Record<ParamOf<Key> & string, string | number>>];
