import { type Activity, CloudAdapter, type InvokeResponse, type TurnContext } from 'botbuilder'
import type { BotSettings } from './bot-settings.ts'
import { KeptClients } from './kept-clients.ts'
import type { ConnectorClient } from './lean-client.ts'

/** botbuilder's adapter without its own HTTP part, which prints errors and answers with their text. */
export class BotAdapter extends CloudAdapter {
  readonly #appId: string

  constructor(bot: BotSettings) {
    super(new KeptClients(bot.kind === 'local' ? {} : bot.configuration, { anonymous: bot.kind === 'local' }))
    this.#appId = bot.kind === 'local' ? '' : bot.appId
  }

  /** Authenticates the activity and runs the turn. Throws Refused when it is not authentic. */
  answer(
    authorization: string,
    activity: Activity,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, turn)
  }

  /** For what the bot sends of its own accord, with its own credentials. `serviceUrl` must come from an authenticated turn: it gets the bot's token. */
  connector(serviceUrl: string): Promise<ConnectorClient> {
    const claims = this.createClaimsIdentity(this.#appId)
    return this.botFrameworkAuthentication.createConnectorFactory(claims).create(serviceUrl)
  }
}
