import { partnerRoles } from '../../access/person.ts'
import type { Service } from '../service.ts'
import type { FiledBy, Vehicle } from './vehicle.ts'

/** How a vehicle is reached and by whom (Partner Center docs, report-problems-on-behalf-of-a-customer, gdap-least-privileged-roles-by-task). */
export type Filing = { readonly name: string; readonly filedBy: FiledBy; readonly where: string; readonly cost: string }

const desk = ['helpdesk-agent', 'admin-agent'] as const
const free = 'Free of charge.'

const byGdap: FiledBy = { roles: desk, leastPrivilege: 'GDAP with Service support administrator' }
const forAzure: FiledBy = {
  roles: desk,
  leastPrivilege: 'any GDAP role, such as Directory readers, and the Azure role Support request contributor',
}

const portals: Readonly<Record<Service, string>> = {
  'microsoft-365': 'Service request in the Microsoft 365 admin center of the customer, opened by the partner.',
  'dynamics-365': 'Service request in the Power Platform admin center of the customer, opened by the partner.',
  azure: 'Support request in the Azure portal; Support plan: Cloud Solution Provider.',
  marketplace: "The publisher's own support, as its offer in the marketplace names it.",
  'partner-center': 'Partner Center, Help + support.',
}

const plan = (name: string, service: Service): Filing => ({
  name,
  filedBy: service === 'azure' ? forAzure : byGdap,
  where: portals[service],
  cost: `Covered by the fee of ${name}.`,
})

const filings: Readonly<Record<Vehicle, (service: Service) => Filing>> = {
  'premier-support': (service) => plan('Premier Support for Partners', service),
  'advanced-support': (service) => plan('Advanced Support for Partners', service),
  'signature-cloud-support': () => ({
    name: 'Signature Cloud Support',
    filedBy: {
      roles: ['admin-agent'],
      leastPrivilege: 'Admin agent, with the benefit activated (Access ID and Contract ID)',
    },
    where: 'Partner Center, technical benefits of the membership.',
    cost: 'Part of the membership.',
  }),
  'commercial-support': () => ({
    name: 'Commercial issue support',
    filedBy: { roles: partnerRoles, leastPrivilege: 'any Partner Center role; a person sees their own tickets only' },
    where: portals['partner-center'],
    cost: free,
  }),
  'partner-center-support': () => ({
    name: 'Partner Center support',
    filedBy: { roles: partnerRoles, leastPrivilege: 'any Partner Center role; a person sees their own tickets only' },
    where: portals['partner-center'],
    cost: free,
  }),
  'indirect-provider': () => ({
    name: 'Support of the indirect provider',
    filedBy: { roles: desk, leastPrivilege: "an account in the indirect provider's support" },
    where: "The indirect provider's support, {provider}.",
    cost: 'As agreed with the indirect provider.',
  }),
  publisher: () => ({
    name: "The publisher's support (ISV)",
    filedBy: { roles: desk, leastPrivilege: 'none at Microsoft' },
    where: portals.marketplace,
    cost: 'As the publisher says.',
  }),
  msrc: () => ({
    name: 'Microsoft Security Response Center',
    filedBy: { roles: partnerRoles, leastPrivilege: 'none: anybody may report' },
    where: 'msrc.microsoft.com',
    cost: free,
  }),
}

export const filingOf = (vehicle: Vehicle, service: Service): Filing => filings[vehicle](service)
