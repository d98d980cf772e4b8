// Beside the schemas, so that the board can have these without fetching a schema library.

/** Grows by one with every change of the language between server and board; a test pins it to the schemas' hash. */
export const PROTOCOL_VERSION = 5;

/** Name of the one socket.io event in both directions; the message's `type` tells the rest. */
export const SOCKET_EVENT = 'papan';
export const SOCKET_PATH = '/ws';

/** Largest file with a list or with figures; it is sent whole. */
export const IMPORT_MEGABYTES = 20;
/** Largest layer of a map. */
export const MAP_MEGABYTES = 20;
