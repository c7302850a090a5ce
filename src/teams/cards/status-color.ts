import type { ITextBlock } from '@microsoft/teams.cards'
import type { Facts } from '../../values/fact.ts'

/** Not 'Warning': its yellow cannot be read on white. */
const colors: Readonly<Record<string, NonNullable<ITextBlock['color']>>> = {
  'invoice.status.overdue': 'Attention',
  'invoice.status.partly-paid': 'Accent',
  'invoice.status.paid': 'Good',
  'invoice.status.credit': 'Good',
  'reminder.status.overdue': 'Attention',
  'reminder.status.today': 'Accent',
  'reminder.status.paid': 'Good',
  'reminder.status.settled': 'Good',
}

/** The color that goes with how a bill stands. The word itself is always there too: color alone tells nobody anything. */
export function statusColor(facts: Facts): NonNullable<ITextBlock['color']> {
  const value = facts.status?.value
  return (value?.type === 'term' && colors[value.term]) || 'Default'
}

/** Whether an amount fact is there and not zero. */
export function isAmount(facts: Facts, name: string): boolean {
  const value = facts[name]?.value
  return value?.type === 'money' && value.money.minor !== 0n
}
