import type { Fee, Policy, Stage } from '../collections/policy.ts'
import { decimalText } from '../values/decimal.ts'
import { amountText, type Money } from '../values/money.ts'

type Said = Partial<Policy>

/** A version of a policy in plain words, a line each: what happens when, to whom it is written and when, and who decides. */
export function policySummary(policy: Policy): string[] {
  return [
    `"${policy.name}" of account ${policy.partner}, from ${policy.effective} on`,
    ...rulesText(policy),
    ...holidaysText(policy),
    ...policy.exemptions.map(
      ({ customer, invoice, reason, until }) =>
        `  exempt until ${until}: ${invoice === undefined ? 'all bills' : invoice} of ${customer} (${reason})`,
    ),
    ...policy.overrides.flatMap(({ name, customers, ...instead }) => [
      `  "${name}", instead, for ${customers.join(', ')}:`,
      ...rulesText(instead).map((line) => `  ${line}`),
    ]),
    `  Microsoft gives you ${days(policy.payables.netDays)}; a notice comes ${days(policy.payables.warnDays)} before your account is at risk`,
  ]
}

const rulesText = (said: Said): string[] => [
  ...stagesText(said.stages ?? []),
  ...(said.hours ? [`  written to: ${hoursText(said.hours)}, in the customer's own time`] : []),
  ...(said.cap
    ? [`  written to at most ${times(said.cap.contacts)} in ${days(said.cap.days)}, about all that is due at once`]
    : []),
  ...(said.minimum ? [`  left alone: who owes less than ${amounts(said.minimum)}`] : []),
  ...(said.paymentDataDays === undefined
    ? []
    : [`  nobody is reminded on payment data older than ${days(said.paymentDataDays)}`]),
  ...promisesText(said),
  ...waitsText(said),
  ...suspensionText(said),
  ...Object.entries(said.notices ?? {}).map(
    ([kind, notice]) => `  notice, ${kind.replaceAll('-', ' ')}: ${days(notice?.days ?? 0)} ahead`,
  ),
]

const does: Readonly<Record<Stage['action'], string>> = {
  remind: 'the customer is reminded',
  warn: 'the customer is warned',
  person: 'a person of yours looks at it',
  'propose-suspension': 'a suspension is proposed to your staff',
}
const by: Readonly<Record<Stage['channel'], string>> = {
  teams: 'in Teams',
  webhook: 'by your mail system',
  'teams-then-webhook': 'in Teams, else by your mail system',
}

function stagesText(stages: readonly Stage[]): string[] {
  const whens = stages.map(whenText)
  const widest = Math.max(0, ...whens.map(({ length }) => length))
  return stages.map((stage, at) => {
    const { id, action, channel, minimum, fee, words } = stage
    const way = action === 'remind' || action === 'warn' ? ` ${by[channel]}` : ''
    const more = [
      minimum && `of ${amounts(minimum)} at least`,
      fee && feeText(fee),
      words && `with words of yours in ${Object.keys(words).join(', ')}`,
    ]
    return `  ${(whens[at] ?? '').padEnd(widest)}  ${[`${does[action]}${way}`, ...more.filter(Boolean)].join(', ')} [${id}]`
  })
}

function whenText({ when, days: count, count: kind, trigger }: Stage): string {
  const from = trigger === 'due-date' ? 'the due date' : "the bill's date"
  if (count === 0) return `on ${from}`
  return `${count} ${kind === 'business' ? 'business ' : ''}${count === 1 ? 'day' : 'days'} ${when} ${from}`
}

function feeText(fee: Fee): string {
  if ('amount' in fee) return `told of a fee of ${amountOf(fee.amount)}`
  if ('percent' in fee) return `told of a fee of ${decimalText(fee.percent)} % of what is late`
  return `told of interest of ${decimalText(fee.percentPerYear)} % a year`
}

function promisesText({ promises }: Said): string[] {
  if (!promises) return []
  const { days: ahead, atMost, atLeast, broken } = promises
  const part = atLeast === undefined ? 'all' : `at least ${decimalText(atLeast)} %`
  return [
    `  promises: ${part} of what is due, up to ${days(ahead)} ahead, ${times(atMost)} for one bill; a broken one leads to ${broken}`,
  ]
}

function waitsText({ disputeDays, paidDays, laterDays }: Said): string[] {
  const waits = [
    disputeDays !== undefined && `a decided dispute gives ${days(disputeDays)}`,
    paidDays !== undefined && `"I have paid" ${days(paidDays)}`,
    laterDays !== undefined && `"remind me later" ${days(laterDays)}`,
  ].filter(Boolean)
  return waits.length > 0 ? [`  waits: ${waits.join(', ')}`] : []
}

function suspensionText({ suspension }: Said): string[] {
  if (!suspension) return []
  const { noticeDays, approvals, autoRenewFirst } = suspension
  const who = approvals === 1 ? 'one admin agent' : 'two admin agents'
  const first = autoRenewFirst ? '; switching off auto-renew comes first' : ''
  return [`  suspension: only after ${who} approved it and a notice of ${days(noticeDays)}${first}`]
}

function holidaysText({ holidays }: Policy): string[] {
  const closed = Object.entries(holidays).map(([country, list]) => `${country} (${list.length})`)
  return [closed.length > 0 ? `  never on holidays of ${closed.join(', ')}` : '  no holidays are named']
}

const weekdays = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
/** Weekdays with the same frames stand together. */
function hoursText(hours: Policy['hours']): string {
  const frames = Map.groupBy(hours, ({ from, to }) => `${from}-${to}`)
  return [...frames]
    .map(([frame, each]) => `${each.map(({ weekday }) => weekdays[weekday]).join(' ')} ${frame}`)
    .join('; ')
}

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`
const times = (count: number): string => (count === 1 ? 'once' : `${count} times`)
const amountOf = (money: Money): string => `${amountText(money)} ${money.currency}`
const amounts = (all: readonly Money[]): string => all.map(amountOf).join(', ')
