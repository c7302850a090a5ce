import { z } from 'zod'

const setting = z
  .string()
  .trim()
  .optional()
  .transform((value) => value || undefined)
const guid = z.guid()

const environmentSchema = z.object({
  NODE_ENV: setting,
  MicrosoftAppId: setting,
  MicrosoftAppPassword: setting,
  MicrosoftAppType: setting,
  MicrosoftAppTenantId: setting,
  CertificateThumbprint: setting,
  CertificatePrivateKey: setting,
  ChannelService: setting,
})
type Environment = z.output<typeof environmentSchema>

/** How the bot is known to Teams. `local`: not at all, on this machine only. */
export type BotSettings =
  | { readonly kind: 'local' }
  | {
      readonly kind: 'connected'
      readonly appId: string
      readonly tenant: string
      /** What botbuilder's `ConfigurationBotFrameworkAuthentication` reads, under its own names. */
      readonly configuration: Readonly<Record<string, string>>
    }

/** The settings do not allow to start. `message` says what to change, one line a finding. */
export class BotSettingsRefused extends Error {
  override name = 'BotSettingsRefused'
}

const appTypes = ['SingleTenant', 'UserAssignedMsi', 'MultiTenant'] as const
const governmentCloud = 'https://botframework.azure.us'

function localFindings(settings: Environment): string[] {
  const findings: string[] = []
  // Local mode believes whoever calls it. It must never be what answers a registered bot, or run in production.
  if (settings.MicrosoftAppId)
    findings.push('MicrosoftAppId is set: start without --local, or unset it to try out locally.')
  if (settings.NODE_ENV === 'production')
    findings.push('NODE_ENV is production: --local is for trying out. Start without it.')
  return findings
}

/** Without these, botbuilder would accept anonymous callers (no id) or silently be MultiTenant (unknown type). */
function connectedFindings(settings: Environment): string[] {
  const findings: string[] = []
  if (!guid.safeParse(settings.MicrosoftAppId).success)
    findings.push(
      'MicrosoftAppId must be the client id (a GUID) of the bot. To try out without a bot: saldo start --local.',
    )
  if (!guid.safeParse(settings.MicrosoftAppTenantId).success)
    findings.push('MicrosoftAppTenantId must be the tenant (a GUID) that holds the bot registration.')
  const type = settings.MicrosoftAppType
  if (!appTypes.some((known) => known === type))
    findings.push(`MicrosoftAppType must be one of ${appTypes.join(', ')}.`)
  findings.push(...credentialFindings(settings))
  if (settings.ChannelService && settings.ChannelService !== governmentCloud)
    findings.push(`ChannelService must be empty (public cloud) or ${governmentCloud}.`)
  return findings
}

function credentialFindings(settings: Environment): string[] {
  const certificate = [settings.CertificateThumbprint, settings.CertificatePrivateKey].filter(Boolean).length
  if (certificate === 1) return ['CertificateThumbprint and CertificatePrivateKey belong together: set both.']
  const ways = [settings.MicrosoftAppPassword, certificate === 2].filter(Boolean).length
  if (settings.MicrosoftAppType === 'UserAssignedMsi')
    return ways > 0 ? ['A UserAssignedMsi bot has no secret and no certificate: unset them.'] : []
  if (ways === 1) return []
  return [
    `Credentials: set either MicrosoftAppPassword, or CertificateThumbprint with CertificatePrivateKey (found ${ways}).`,
  ]
}

/** Reads the bot's settings from the environment. Throws BotSettingsRefused. */
export function botSettings(
  environment: Readonly<Record<string, string | undefined>>,
  mode: { local: boolean },
): BotSettings {
  const settings = environmentSchema.parse(environment)
  const findings = mode.local ? localFindings(settings) : connectedFindings(settings)
  if (findings.length > 0) throw new BotSettingsRefused(findings.join('\n'))
  if (mode.local) return { kind: 'local' }
  const { NODE_ENV: _, ...botbuilder } = settings
  const configuration = Object.fromEntries(
    Object.entries(botbuilder).filter((entry): entry is [string, string] => !!entry[1]),
  )
  return {
    kind: 'connected',
    appId: settings.MicrosoftAppId ?? '',
    tenant: settings.MicrosoftAppTenantId ?? '',
    configuration,
  }
}
