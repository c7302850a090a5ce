import type { CaseKind } from '../evidence.ts'
import type { Helpdesk, Holds } from '../helpdesk.ts'
import { type Service, serviceName } from '../service.ts'
import { filingOf } from './filing.ts'
import { type Severity, severities } from './severity.ts'
import type { ResponseTimes, Route, Vehicle } from './vehicle.ts'
import { type Entitlement, rulesFor } from './vehicle-rules.ts'

export type VehicleQuestion = { readonly kind: CaseKind; readonly service: Service } & Pick<
  Helpdesk,
  'billing' | 'provider' | 'holds'
>

/** Which way a case goes, who may file it there and why: by the one row of `vehicle-rules.ts` that fits. */
export function decideVehicle({ kind, service, billing, provider, holds }: VehicleQuestion): Route {
  const entitlement = entitlementOf(holds)
  const [rule, ...others] = rulesFor({ kind, service, billing, entitlement })
  if (!rule || others.length > 0) throw new Error(`the decision table has ${others.length + 1} rows for one situation`)
  const say = (text: string): string =>
    text.replaceAll('{provider}', () => provider ?? 'not named').replaceAll('{service}', () => serviceName(service))
  if (rule.vehicle === 'none') return { kind: 'none', why: say(rule.why), wouldTake: wouldTake(service, billing) }
  const { where, cost, ...filing } = filingOf(rule.vehicle, service)
  const responseTimes = responseTimesOf(rule.vehicle, holds)
  return {
    kind: 'vehicle',
    vehicle: rule.vehicle,
    ...filing,
    where: say(where),
    why: say(rule.why),
    cost: rule.vehicle === 'signature-cloud-support' ? `${cost} ${incidentsOf(holds)}` : cost,
    ...(responseTimes && { responseTimes }),
  }
}

/** An Action Pack has incidents for software on one's own machines only, and none for the cloud. */
export function entitlementOf({ premier, advanced, signature }: Holds): Entitlement {
  if (premier) return 'premier'
  if (advanced) return 'advanced'
  return signature && signature.by !== 'action-pack' ? 'signature' : 'nothing'
}

/** Partner Center docs, mpn-benefits-technical-support. */
function incidentsOf({ signature }: Holds): string {
  if (signature?.by === 'solutions-partner' || signature?.cloudCompetency) return 'Incidents are unlimited.'
  return `${signature?.by === 'gold' ? 10 : 5} incidents are included; without a cloud competency they are counted.`
}

const wouldTake = (service: Service, billing: Helpdesk['billing']): readonly string[] => [
  billing === 'direct'
    ? 'Advanced Support for Partners or Premier Support for Partners, against a fee: a direct-bill partner must hold one of them.'
    : 'Advanced Support for Partners or Premier Support for Partners, against a fee.',
  'A Solutions Partner designation, or a legacy Gold or Silver competency: Signature Cloud Support comes with it. An Action Pack has none.',
  ...(service === 'azure' ? ['Azure charges a support fee for each request that no entitlement covers.'] : []),
  'Once it is held, write it under holds in helpdesk.yaml and import the file.',
]

/** Partner Center docs, support-hours: the CSP entitlement. Of paid plans Microsoft publishes no times: they are stated where configured. */
const documented: Partial<Readonly<Record<Vehicle, ResponseTimes>>> = {
  'commercial-support': {
    ...{ A: 'up to 1 business day', B: 'up to 1 business day', C: 'up to 1 business day' },
    source: 'Partner Center docs, support-hours: CSP entitlement, other issues',
  },
  'partner-center-support': {
    ...{ A: '2 hours', B: '4 hours', C: '8 hours' },
    source: 'Partner Center docs, support-hours: CSP entitlement, technical break-fix, in English',
  },
}

function responseTimesOf(vehicle: Vehicle, { premier, advanced }: Holds): ResponseTimes | undefined {
  const plan = vehicle === 'premier-support' ? premier : vehicle === 'advanced-support' ? advanced : undefined
  const configured = plan?.responseTimes
  if (!configured) return documented[vehicle]
  const stated = severities.flatMap((each): [Severity, string][] =>
    configured[each] === undefined ? [] : [[each, durationText(configured[each])]],
  )
  return { ...Object.fromEntries(stated), source: configured.source }
}

function durationText(minutes: number): string {
  if (minutes % 60 !== 0) return minutes === 1 ? '1 minute' : `${minutes} minutes`
  return minutes === 60 ? '1 hour' : `${minutes / 60} hours`
}
