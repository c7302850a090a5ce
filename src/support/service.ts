/** What a request can be about, each with its own boundary between the partner and Microsoft. Power Platform counts as Dynamics 365. */
export const services = ['microsoft-365', 'azure', 'dynamics-365', 'marketplace', 'partner-center'] as const
export type Service = (typeof services)[number]

type Entry = { readonly name: string; readonly portal: string }

const entries: Readonly<Record<Service, Entry>> = {
  'microsoft-365': { name: 'Microsoft 365', portal: 'admin.microsoft.com' },
  azure: { name: 'Azure', portal: 'portal.azure.com' },
  'dynamics-365': { name: 'Dynamics 365 and Power Platform', portal: 'admin.powerplatform.microsoft.com' },
  marketplace: { name: 'commercial marketplace', portal: 'marketplace.microsoft.com' },
  'partner-center': { name: 'Partner Center', portal: 'partner.microsoft.com' },
}

/** What people call it; the same in every language. */
export const serviceName = (service: Service): string => entries[service].name

/** Where somebody who is no customer of the partner gets help: the host name of the product's own portal. */
export const portalOf = (service: Service): string => entries[service].portal

/**
 * The first that fits decides. Some names say another product's: Azure Information Protection is licensed as Microsoft 365,
 * Copilot Studio is Power Platform, Microsoft Defender for Cloud is Azure. Software for one's own machines is no online service.
 */
const patterns: readonly (readonly [Service | undefined, RegExp])[] = [
  ['partner-center', /\b(?:partner cent(?:er|re)|reconciliation files?|recon files?)\b/],
  ['marketplace', /\b(?:market ?place|appsource|saas)\b/],
  [undefined, /^(?!.*\bazure\b).*\b(?:server|visual studio|github|windows 1[01] (?:home|pro))\b/],
  [
    'dynamics-365',
    /\b(?:dynamics|d365|power ?(?:bi|apps?|automate|pages|platform|virtual agents?)|copilot studio|dataverse|ai builder|business central)\b/,
  ],
  [
    'microsoft-365',
    /\bazure (?:active directory|ad|information protection|rights management)\b|\b(?:entra|advanced threat protection)\b/,
  ],
  ['azure', /\b(?:azure|defender for cloud|virtual machines?|vms?|security copilot|fabric capacity)\b/],
  [
    'microsoft-365',
    /\b(?:microsoft 365|office 365|m365|o365|office|exchange|outlook|teams|sharepoint|onedrive|word|excel|powerpoint|onenote|visio|project|planner|intune|ems|enterprise mobility|defender|purview|viva|copilot|windows 365|windows|bookings|clipchamp|yammer|audio conferencing)\b/,
  ],
]

/** The service behind a product's name as it stands on a bill or as somebody wrote it; nothing where it is none of these. */
export function serviceOf(product: string | undefined): Service | undefined {
  const name = (product ?? '').normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').toLowerCase()
  return patterns.find(([, pattern]) => pattern.test(name))?.[0]
}
