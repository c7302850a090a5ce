import type { Server } from 'restify'
import packageFile from '../package.json' with { type: 'json' }
import { apiRoutes } from './api/api-routes.ts'
import type { Desk } from './cli/outside.ts'
import { failureOf } from './teams/failure.ts'
import { hashed, type Log } from './teams/log.ts'

type Opening = { readonly desk: Desk; readonly log: Log; readonly wake: () => void }

/** The API's door on the service's port. */
export const openApi = ({ desk, log, wake }: Opening): ((server: Server) => void) =>
  apiRoutes(
    {
      documents: desk.documents,
      clock: desk.clock,
      newId: desk.newId,
      milliseconds: () => performance.now(),
      served: ({ key, ...request }) => log.info({ ...request, key: hashed(key) }, 'api'),
      fault: (error) => log.error(failureOf(error), 'a request of the API failed'),
      wake,
    },
    { version: packageFile.version },
  )
