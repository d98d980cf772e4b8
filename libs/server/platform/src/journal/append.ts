import type { BoardEvent, IsoInstant } from '@papan/domain';
import pg from 'pg';
import { canonicalJson } from './canonical';

/** What is to be written down; region, agency and person come from the transaction's context. */
export interface Entry {
  readonly event: BoardEvent;
  readonly audience: number | null;
  readonly answer: unknown;
  readonly command: string;
  /** SHA-256 of the command, in hex. */
  readonly hash: string;
  readonly at: IsoInstant;
}

/**
 * The call of append_journal as text, so that it can share a round trip with COMMIT. Every part is either a checked
 * code or escaped as a literal. Answers a row with `seq`.
 */
export function appendSql({ event, audience, answer, command, hash, at }: Entry): string {
  const parts = [
    literal(command),
    literal(at),
    literal(event.type),
    audience === null ? 'NULL' : String(Math.trunc(audience)),
    literal(canonicalJson(event.data)),
    event.text === null ? 'NULL' : literal(canonicalJson(event.text)),
    literal(hash),
    literal(canonicalJson(answer)),
  ];
  return `SELECT append_journal(${parts.join(', ')}) AS seq`;
}

function literal(text: string): string {
  return pg.escapeLiteral(text);
}
