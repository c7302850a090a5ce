/** The quoted names of a collection's two tables. No collection's name holds `__`, so none can meet another's keys. */
export const documentTable = (collection: string): string => `"${collection}"`
export const keyTable = (collection: string): string => `"${collection}__keys"`

/** What a migration runs to give a collection its place: the documents, and the keys they are found under. */
export function createCollection(collection: string): string {
  if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(collection))
    throw new RangeError(`"${collection}" cannot name a collection`)
  const documents = documentTable(collection)
  const keys = keyTable(collection)
  // json, not jsonb: what people write in a chat may hold U+0000 or half a surrogate pair, which jsonb refuses.
  return `
    create table ${documents} (
      id text collate "C" primary key,
      revision integer not null check (revision > 0),
      data json not null
    );
    create table ${keys} (
      index_name text collate "C" not null,
      key text collate "C" not null,
      id text collate "C" not null references ${documents} on delete cascade,
      primary key (index_name, key, id)
    );
    create index on ${keys} (id);
  `
}
