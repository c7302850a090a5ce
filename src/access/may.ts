import type { Role } from './person.ts'
import type { Principal } from './principal.ts'

/** What somebody can be allowed, each with what it lets a person see or do. The README's table is printed from here. */
export const abilities = {
  'own-figures': "see the company's own bills, payments, balance and subscriptions",
  support: 'ask for support: hours, contact, a person',
  tickets: 'open tickets; see, add to, withdraw and reopen the own ones',
  'company-tickets': "see and answer all of the company's tickets",
  'customer-figures': "see a named customer's bills, payments and balance",
  'customer-subscriptions': "see a named customer's subscriptions and renewals",
  'supplier-costs': 'see what Microsoft bills the partner, and the price book',
  'billing-work': 'import files, bill out, take payments',
  people: 'add and remove people and set their roles',
  cases: "take, answer, note, hand over and close customers' cases",
  escalation: 'prepare and file cases for Microsoft',
  'dispute-decisions': 'decide disputes of charges',
  'own-collections': 'promise payments, and put off or stop the own reminders',
  collections: 'see and steer reminders: remind now, hold, exempt, release',
  'suspension-proposals': 'propose a suspension, and keep track of it',
  'suspension-approvals': 'approve or decline a suspension that somebody else proposed, and switch access off',
  insights: 'see what customers ask for, in numbers',
} as const
export type Ability = keyof typeof abilities

/** What each role may do (Partner Center docs, permissions-overview; ours where Microsoft has no such role). Nothing else grants anything. */
export const roleTable: Readonly<Record<Role, readonly Ability[]>> = {
  'billing-contact': ['own-figures', 'support', 'tickets', 'company-tickets', 'own-collections'],
  employee: ['support', 'tickets'],
  'helpdesk-agent': ['customer-figures', 'customer-subscriptions', 'cases', 'escalation', 'support'],
  'billing-admin': [
    'customer-figures',
    'customer-subscriptions',
    'supplier-costs',
    'billing-work',
    'cases',
    'dispute-decisions',
    'collections',
    'suspension-proposals',
    'support',
  ],
  'sales-agent': ['customer-subscriptions', 'insights', 'support'],
  'user-management-admin': ['people', 'support'],
  'admin-agent': [
    'customer-figures',
    'customer-subscriptions',
    'supplier-costs',
    'cases',
    'escalation',
    'dispute-decisions',
    'collections',
    'suspension-proposals',
    'suspension-approvals',
    'insights',
    'support',
  ],
}

/** Whether any of the person's roles allows it. A stranger may nothing. */
export const may = (principal: Principal, ability: Ability): boolean =>
  principal.kind !== 'stranger' && principal.roles.some((role) => roleTable[role].includes(ability))
