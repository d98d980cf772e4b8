import { type FindHeading, isRefusal } from '@papan/domain';
import type { ListReader } from '../lists/list-reader';
import { readSheet } from '../lists/reader/read-sheet';
import { understand } from '../lists/understand';

/** Reads without a process of its own: that one has its own specs, and starting it takes longer than all else. */
export const readerHere: Pick<ListReader, 'read'> = {
  read: (bytes: Buffer, heading: FindHeading) => {
    const sheet = readSheet(bytes);
    return Promise.resolve(isRefusal(sheet) ? sheet : understand(sheet, heading));
  },
};
