import { hours, minutes, seconds } from '../clock.js';

/** How patient live streams are. Times are milliseconds; tests hand in shorter ones. */
export class LiveSettings {
  /** How often a process with streams looks for what nobody woke it for. */
  lookEvery = seconds(1);
  /** How long what was told is kept for those who come back. */
  keep = hours(1);
  /** How often each stream says that it is alive, and how far its reader has heard. */
  heartbeat = seconds(25);
  /** How often it is checked that those who hear may still hear. */
  recheck = minutes(1);
  /** How often those who look at a thread are told at most how many they are. */
  presence = seconds(5);
  /** How long a count of another process holds that is not said again; each says it three times meanwhile. */
  presenceHolds = seconds(45);
  /** How many streams one person has in one process. */
  streamsEach = 6;
  /** How much waits for a reader who does not read, in bytes, before the stream is cut off. */
  waitsFor = 64 * 1024;
}
