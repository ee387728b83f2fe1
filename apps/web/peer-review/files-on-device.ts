/**
 * Files on their way to the server, kept in the browser's own database, so that an upload goes on by itself after a
 * reload. Where the browser keeps nothing, the reader chooses the file again.
 */
const store = 'files';

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open('kohorte-uploads', 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(store);
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error('No database'));
  });
}

async function within<T>(mode: IDBTransactionMode, does: (files: IDBObjectStore) => IDBRequest<T>): Promise<T | null> {
  try {
    const database = await open();
    return await new Promise<T>((resolve, reject) => {
      const asked = does(database.transaction(store, mode).objectStore(store));
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error ?? new Error('Not kept'));
    }).finally(() => database.close());
  } catch {
    // A private window, or no room left.
    return null;
  }
}

/** More than this is not laid twice onto somebody's disk. */
const largest = 200_000_000;

export async function keepOnDevice(uploadId: string, file: File): Promise<void> {
  if (file.size <= largest) await within('readwrite', (files) => files.put(file, uploadId));
}

export async function fileOnDevice(uploadId: string): Promise<File | null> {
  return (
    ((await within('readonly', (files) => files.get(uploadId) as IDBRequest<unknown>)) as File | undefined) ?? null
  );
}

export async function forgetOnDevice(uploadId: string): Promise<void> {
  await within('readwrite', (files) => files.delete(uploadId));
}
