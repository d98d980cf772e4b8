import { type BoardState, EMPTY_BOARD, type Happening, evolve } from '@papan/domain';

/** The board that these happenings, in order, add up to: every number on the wall can be derived again from them. */
export function foldBoard(happenings: Iterable<Happening>, start: BoardState = EMPTY_BOARD): BoardState {
  let board = start;
  for (const happening of happenings) board = evolve(board, happening);
  return board;
}
