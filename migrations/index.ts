import { Ground1780000000001 } from './0001-ground.js';

/** Every step of the schema, in order, forward. */
export const migrations = [Ground1780000000001];
