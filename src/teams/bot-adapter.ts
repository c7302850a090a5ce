import { type Activity, CloudAdapter, type InvokeResponse, type TurnContext } from 'botbuilder'
import type { BotSettings } from './bot-settings.ts'
import { KeptClients } from './kept-clients.ts'

/** botbuilder's adapter without its own HTTP part, which prints errors and answers with their text. */
export class BotAdapter extends CloudAdapter {
  constructor(bot: BotSettings) {
    super(new KeptClients(bot.kind === 'local' ? {} : bot.configuration, { anonymous: bot.kind === 'local' }))
  }

  /** Authenticates the activity and runs the turn. Throws Refused when it is not authentic. */
  answer(
    authorization: string,
    activity: Activity,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, turn)
  }
}
