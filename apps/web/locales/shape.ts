/** The same keys with any texts: what a catalogue must have to stand beside the German one. */
export type SameKeysAs<T> = { [K in keyof T]: T[K] extends string ? string : SameKeysAs<T[K]> };
