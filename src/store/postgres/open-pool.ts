import { Pool, types } from 'pg'

const int8 = 20
const date = 1082

/** A date stays the text that it is; a bigint stays exact. Everything else is read as `pg` reads it. */
const parsers = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === int8) return BigInt
    if (oid === date) return String
    return types.getTypeParser(oid, format as 'text')
  }) as typeof types.getTypeParser,
}

const seconds = 1000

/** Connections enough for one process; several processes together must stay below the server's limit (100 by default). */
export function openPool(url: string): Pool {
  const pool = new Pool({
    connectionString: url,
    application_name: 'saldo',
    max: 10,
    connectionTimeoutMillis: 10 * seconds,
    idleTimeoutMillis: 30 * seconds,
    statement_timeout: 30 * seconds,
    idle_in_transaction_session_timeout: 60 * seconds,
    types: parsers,
  })
  // A server that restarts breaks idle connections. The pool drops them and the next query opens others or reports the fault:
  // without a listener the process would end instead.
  pool.on('error', () => {})
  return pool
}
