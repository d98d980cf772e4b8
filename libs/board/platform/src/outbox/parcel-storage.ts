import { InjectionToken } from '@angular/core';
import type { Parcel, ParcelStorage } from './outbox-core';

const DATABASE = 'papan-uhc';
const STORE = 'outbox';

/** The browser's own database; opened (and its code fetched) at the first use. */
function browserStorage(): ParcelStorage {
  const opening = async () => {
    const { openDB } = await import('idb');
    return openDB(DATABASE, 1, {
      upgrade: (db) => {
        db.createObjectStore(STORE, { keyPath: 'id' });
      },
    });
  };
  let opened: ReturnType<typeof opening> | undefined;
  const database = () => (opened ??= opening());
  return {
    all: async () => (await (await database()).getAll(STORE)) as Parcel[],
    put: async (parcel) => {
      await (await database()).put(STORE, parcel);
    },
    remove: async (id) => (await database()).delete(STORE, id),
  };
}

export const PARCEL_STORAGE = new InjectionToken<ParcelStorage>('where reports wait', {
  providedIn: 'root',
  factory: browserStorage,
});
