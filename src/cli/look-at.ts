import { loadSample } from './load-sample.ts'
import type { Desk, ExitCode, Outside } from './outside.ts'

/** Opens the desk for a command that only looks: where no bot is registered, an empty store gets the sample partner first. */
export const lookAt = (outside: Outside, look: (desk: Desk) => Promise<ExitCode>): Promise<ExitCode> =>
  outside.withDesk(async (desk) => {
    if (desk.mayLoadSample && (await loadSample(desk))) {
      await outside.terminal.err(
        'The store was empty: it now holds a sample partner. `saldo people` lists whom to ask as.\n',
      )
    }
    return look(desk)
  })
