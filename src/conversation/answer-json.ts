import type { Json } from '../store/documents.ts'
import type { Answer } from '../values/answer.ts'
import type { Fact, Facts } from '../values/fact.ts'
import { type MoneyJson, moneyFromJson, moneyJson } from '../values/money.ts'

// Only money is not JSON as it is. Our own writing is read back, so nothing is checked again: a turn must stay cheap.

/** An answer as it is stored. */
export const answerJson = (answer: Answer): Json => eachFact(answer, writeFact) as unknown as Json

/** An answer that `answerJson` wrote. */
export const answerFromJson = (json: Json): Answer => eachFact(json as unknown as Answer, readFact)

function eachFact(answer: Answer, change: (fact: Fact) => Fact): Answer {
  const all = (facts: Facts): Facts => {
    const changed: Record<string, Fact> = {}
    for (const name in facts) changed[name] = change(facts[name]!)
    return changed
  }
  const alone = <T extends { readonly facts: Facts }>(said: T): T => ({ ...said, facts: all(said.facts) })
  return {
    ...alone(answer),
    rows: answer.rows?.map(all),
    notes: answer.notes?.map(alone),
    next: answer.next?.map(alone),
  }
}

type StoredMoney = { readonly type: 'money'; readonly money: MoneyJson }

function writeFact(fact: Fact): Fact {
  if (fact.value.type !== 'money') return fact
  const value: StoredMoney = { type: 'money', money: moneyJson(fact.value.money) }
  return { ...fact, value: value as unknown as Fact['value'] }
}

function readFact(fact: Fact): Fact {
  if (fact.value.type !== 'money') return fact
  const { money } = fact.value as unknown as StoredMoney
  return { ...fact, value: { type: 'money', money: moneyFromJson(money) } }
}
