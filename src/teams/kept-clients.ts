import { type Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import { boundedMap } from './bounded-map.ts'
import { leanClient } from './lean-client.ts'
import { Refused } from './problem.ts'

type Authentication = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>
type Factory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>
type Claims = Parameters<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>[0]

/** Who signs the tokens of Teams and the other channels, public and US Government cloud. */
const channelIssuers = ['https://api.botframework.com', 'https://api.botframework.us']

const appIdOf = (claims: Claims): string => claims.getClaimValue('aud') ?? claims.getClaimValue('appid') ?? ''

/** botbuilder's AuthenticationError carries a status; what it lets through from its token library has these names. */
const isNotAuthentic = (error: unknown): boolean =>
  error instanceof Error &&
  ('statusCode' in error || ['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError'].includes(error.name))

/**
 * botbuilder builds two HTTP clients a turn; building them costs more than a turn's own work. A client holds no state of a turn,
 * so one is kept for each (app, tenant, serviceUrl, audience). A serviceUrl gets this far only signed by the channel (or from this machine,
 * in local mode), so nobody outside can fill the map; it is bounded all the same.
 */
export class KeptClients extends ConfigurationBotFrameworkAuthentication {
  readonly #clients = boundedMap<ReturnType<Factory['create']>>(1000)
  readonly #userTokens = boundedMap<ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>>(10)
  readonly #anonymous: boolean

  constructor(configuration: Readonly<Record<string, string>>, options: { anonymous: boolean }) {
    super(configuration)
    this.#anonymous = options.anonymous
  }

  override async authenticateRequest(activity: Activity, header: string): Promise<Authentication> {
    const result = await this.#authenticated(activity, header)
    // Besides channel tokens botbuilder takes tokens that the bot's own secret can obtain, and does not compare their serviceUrl.
    if (!this.#anonymous && !channelIssuers.includes(result.claimsIdentity.getClaimValue('iss') ?? ''))
      throw new Refused(401, 'The token was not issued by the Bot Framework channel service.')
    const { connectorFactory } = result
    if (!connectorFactory) return result
    return {
      ...result,
      connectorFactory: this.#keeping(connectorFactory, result.claimsIdentity, activity.conversation?.tenantId),
    }
  }

  async #authenticated(activity: Activity, header: string): Promise<Authentication> {
    try {
      return await super.authenticateRequest(activity, header)
    } catch (cause) {
      // Anything else is a fault of ours or of the network: the caller may try again.
      if (!isNotAuthentic(cause)) throw cause
      throw new Refused(401, 'The request carries no valid Bot Framework token for this bot.', cause)
    }
  }

  override createConnectorFactory(claims: Claims): Factory {
    return this.#keeping(super.createConnectorFactory(claims), claims, undefined)
  }

  override createUserTokenClient(
    claims: Claims,
  ): ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']> {
    return this.#userTokens.getOrMake(appIdOf(claims), () => super.createUserTokenClient(claims))
  }

  #keeping(factory: Factory, claims: Claims, tenant: string | undefined): Factory {
    const app = appIdOf(claims)
    return {
      create: (serviceUrl, audience) => {
        const key = `${app}|${tenant}|${serviceUrl}|${audience}`
        return this.#clients.getOrMake(key, () => {
          const client = factory.create(serviceUrl, audience).then((made) => leanClient(made, serviceUrl))
          // A client that could not be made (credentials out of reach for a moment) must not stay.
          client.catch(() => this.#clients.forget(key))
          return client
        })
      },
    }
  }
}
