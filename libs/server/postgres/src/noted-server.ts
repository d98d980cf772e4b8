import { readFile, unlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { DataFolder } from './data-folder';
import { WHERE_IT_STANDS } from './init-database';
import { commandLine, findProcess, workingFolder } from './processes';

/** What PostgreSQL wrote into its own folder when it last started. */
interface Note {
  readonly pid: number;
  readonly port: number;
}

/** The server that runs in the folder now, whoever started it. */
export async function findServer(folder: DataFolder): Promise<Note | undefined> {
  const note = await readNote(folder);
  return note !== undefined && isServer(note, folder) ? note : undefined;
}

/** Takes away a note whose number now belongs to another program (after a reboot, say): PostgreSQL would wait for it. */
export async function dropStaleNote(folder: DataFolder): Promise<void> {
  const note = await readNote(folder);
  if (note === undefined || findProcess(note.pid) === undefined || looksLikePostgres(note.pid)) return;
  await unlink(noteIn(folder));
}

const noteIn = (folder: DataFolder): string => join(folder.database, 'postmaster.pid');

/** Lines 1 and 4 of the note: process id and port. */
async function readNote(folder: DataFolder): Promise<Note | undefined> {
  const text = await readFile(noteIn(folder), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 && port > 0 ? { pid, port } : undefined;
}

/**
 * Root without the right to look into other users' processes (as in containers) cannot see the folder a process works in;
 * then the number, our peculiar way of naming the folder and the port must agree.
 */
function isServer({ pid, port }: Note, folder: DataFolder): boolean {
  const words = commandLine(pid);
  const startedByUs = words.includes(WHERE_IT_STANDS) && words.includes(String(port)) && looksLikePostgres(pid);
  return startedByUs && (workingFolder(pid) ?? folder.database) === folder.database;
}

const looksLikePostgres = (pid: number): boolean => basename(commandLine(pid)[0] ?? '') === 'postgres';
