import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeSample } from '../../src/cli/sample/write-sample.ts'
import { amountText } from './amount-text.ts'
import { commandOnSample } from './ask-by-command.ts'
import { costsOf, numberKey, numbersIn, rightlyTold } from './cost-amounts.ts'
import { expectedBalance, expectedBill, expectedNets, expectedSeats } from './expected.ts'
import { type FilledLedger, fillLedger, today } from './filled-ledger.ts'
import { type Ask, askInAll, factOf, rowsOf } from './interview.ts'
import type { CustomerFigures } from './oracle.ts'
import { questions, spoken } from './questions.ts'
import { type Asker, talkOver } from './talk.ts'
import { withoutAccount } from './without-account.ts'

let filled: FilledLedger
let ask: Ask
const heard: { readonly tenant: string; readonly seen: string }[] = []

beforeAll(async () => {
  filled = await fillLedger((folder) => writeSample(folder, { today }).then(() => undefined))
  ask = await talkOver(filled, ({ tenant }, { seen }) => heard.push({ tenant, seen }))
})
afterAll(() => filled.close())

function personOf({ customer }: CustomerFigures, role: string) {
  const theirs = filled.oracle.folder.people.filter(({ tenant }) => tenant === customer.tenant)
  const found = theirs.find(({ roles }) => roles.includes(role))
  if (!found) throw new Error(`${customer.name} has no ${role}`)
  return found
}

const stranger: Asker = {
  tenant: '0f0f0f0f-0f0f-4f0f-8f0f-0f0f0f0f0f0f',
  objectId: '1f1f1f1f-1f1f-4f1f-8f1f-1f1f1f1f1f1f',
}
const byName = (facts: readonly { name: string; value: unknown }[]) =>
  Object.fromEntries(facts.map(({ name, value }) => [name, value]))
const inOrder = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).toSorted()
const owed = (open: bigint): string[] => (open > 0n ? ['open'] : [])

const long = process.env.SALDO_LONG !== undefined
/** Each customer costs seconds: without the long counts every third is asked. */
const some = <T>(all: readonly T[]): readonly T[] => (long ? all : all.filter((_, at) => at % 3 === 0))

test('balances, lists and seats are what the files alone say, the same in four languages', async () => {
  for (const figures of some(filled.oracle.customers)) {
    const asker = personOf(figures, 'billing-contact')
    const balance = await askInAll(ask, asker, 'balance', '', owed(figures.open))
    expect(byName(balance), figures.customer.name).toMatchObject(expectedBalance(figures))

    const list = await askInAll(ask, asker, 'list')
    for (const field of ['invoice', 'period', 'due', 'total', 'open', 'status']) {
      const expected = figures.bills.map((bill) => expectedBill(bill)[field]).toReversed()
      expect(rowsOf(list, field), `${figures.customer.name} ${field}`).toEqual(expected)
    }

    const seats = await askInAll(ask, asker, 'subscriptions')
    const told = rowsOf(seats, 'product').map((product, at) => {
      return `${product}: ${factOf(seats, `rows.${at}.quantity`) ?? 'usage'}`
    })
    expect(told.toSorted(), figures.customer.name).toEqual(expectedSeats(figures))
  }
})

test('each bill, its due date and what was paid of it are what the files alone say, the same in four languages', async () => {
  for (const figures of some(filled.oracle.customers)) {
    const asker = personOf(figures, 'billing-contact')
    for (const state of figures.bills) {
      const expected = expectedBill(state)
      const { number, tax } = state.bill
      const shown = ['total', ...(tax > 0n ? ['tax'] : []), ...owed(state.open)]
      const bill = await askInAll(ask, asker, 'show', number, shown)
      expect(byName(bill), number).toMatchObject(expected)
      expect(inOrder(rowsOf(bill, 'net')), number).toEqual(inOrder(expectedNets(state)))
      const due = await askInAll(ask, asker, 'due', number, owed(state.open))
      expect([factOf(due, 'due'), factOf(due, 'open')]).toEqual([expected.due, expected.open])
      const paid = await askInAll(ask, asker, 'paid', number)
      for (const field of ['paid', 'open', 'status']) expect(factOf(paid, field), number).toEqual(expected[field])
    }
  }
  console.log(
    `${some(filled.oracle.customers).flatMap(({ bills }) => bills).length} bills asked for in three ways and four languages`,
  )
})

test('the command says the same figures as the conversation', async () => {
  const command = await commandOnSample()
  for (const figures of filled.oracle.customers.filter((_, at) => at % 5 === 0)) {
    const { tenant, objectId, mail } = personOf(figures, 'billing-contact')
    const number = figures.bills[4]?.bill.number ?? ''
    const language = figures.customer.language as (typeof spoken)[number]
    const texts = [questions.balance, questions.show].map(({ text }) => text[language].replace('{}', number))
    for (const [at, printed] of (await command.ask(mail, texts)).entries()) {
      const { kind, facts } = await ask({ tenant, objectId }, texts[at] ?? '', language)
      expect([printed.kind, printed.language]).toEqual([kind, language])
      expect(byName(printed.facts)).toEqual(byName(facts))
      heard.push({ tenant, seen: JSON.stringify(printed) })
    }
  }
  await command.close()
})

/** As many digits as a number of the series has, and no such bill. */
const nobodys = (number: string): string => number.replace(/\d{4}$/, '9876')

async function expectNothingOf(first: CustomerFigures, number: string, asker: Asker): Promise<number> {
  const own = first.bills.flatMap(({ bill }) => [bill.net, bill.tax, bill.total, ...bill.lines.map(({ net }) => net)])
  const figures = new Set(own.filter((cents) => cents !== 0n).map((cents) => numberKey(amountText(cents))))
  const asked = spoken.flatMap((language) => {
    return (['show', 'due', 'paid'] as const).map((asking) => ({ language, text: questions[asking].text[language] }))
  })
  for (const { language, text } of asked) {
    const theirs = await ask(asker, text.replace('{}', number), language)
    const none = await ask(asker, text.replace('{}', nobodys(number)), language)
    expect(theirs.kind).toMatch(/^(invoice\.unknown$|access\.|direct\.)/)
    expect(theirs.seen.replaceAll(number, '#'), number).toBe(none.seen.replaceAll(nobodys(number), '#'))
    const told = numbersIn(theirs.seen.replaceAll(number, ''))
    expect([...told].filter((each) => figures.has(each))).toEqual([])
  }
  return asked.length
}

test("another's bill is answered word for word as one that does not exist, whoever asks", async () => {
  const { customers } = filled.oracle
  let compared = 0
  for (const [at, first] of customers.entries()) {
    const second = customers[(at + 1) % customers.length] as CustomerFigures
    const number = first.bills[at % first.bills.length]?.bill.number ?? ''
    const others = [personOf(second, 'billing-contact'), personOf(second, 'employee'), stranger]
    for (const asker of [personOf(first, 'employee'), ...others])
      compared += await expectNothingOf(first, number, asker)
  }
  console.log(`${compared} questions about another's bill answered as about none`)
})

/** What names another customer or its bill, in as many ways as there are. */
const naming = ({ customer, bills }: CustomerFigures) => {
  const number = bills.at(-1)?.bill.number ?? ''
  const ofBill = [questions.show, questions.due, questions.paid].flatMap(({ text }) => spoken.map((each) => text[each]))
  const ofName = ['How much does {} owe you?', 'Show the invoices of {}', 'Quanto deve a {}?', '¿Cuánto debe {}?']
  return [
    ...ofBill.map((text) => text.replace('{}', number)),
    ...ofName.map((text) => text.replace('{}', customer.name)),
  ]
}

test('naming another customer or its bill is answered word for word as if that customer had never been', async () => {
  const { customers, folder } = filled.oracle
  const [account = '', other] = folder.priceBooks.map(({ partner }) => partner)
  const without = await fillLedger(async (path) => {
    await writeSample(path, { today })
    withoutAccount(path, account)
  })
  const askWithout = await talkOver(without, () => {})
  const theirs = customers.filter(({ customer }) => customer.partner === other)
  const askers = theirs
    .flatMap((each) => [personOf(each, 'billing-contact'), personOf(each, 'employee')])
    .slice(0, process.env.SALDO_LONG ? undefined : 2)
  const texts = customers.filter(({ customer }) => customer.partner === account).flatMap(naming)
  expect(without.oracle.customers.map(({ customer }) => customer)).toEqual(theirs.map(({ customer }) => customer))
  for (const text of texts) {
    for (const asker of [...askers, stranger]) {
      const [now, never] = [await ask(asker, text, 'en'), await askWithout(asker, text, 'en')]
      expect([now.kind, now.text], text).toEqual([never.kind, never.text])
    }
  }
  console.log(
    `${texts.length * (askers.length + 1)} questions naming another customer or its bill, asked with and without it`,
  )
  await without.close()
})

test('no answer to a customer holds an amount that Microsoft charged the partner', () => {
  const { oracle } = filled
  const costs = costsOf(oracle)
  const told = new Map(oracle.customers.map((figures) => [figures.customer.tenant, rightlyTold(figures)]))
  const [takenOut, found] = [new Set<string>(), new Map<string, string>()]
  for (const { tenant, seen } of heard) {
    for (const number of numbersIn(seen)) {
      const cost = costs.get(number)
      if (cost === undefined) continue
      if (told.get(tenant)?.has(number)) takenOut.add(cost)
      else found.set(cost, seen)
    }
  }
  const customersOwn = [...takenOut].join(', ')
  console.log(`${heard.length} answers, ${costs.size} costs; the asker's own figure too and taken out: ${customersOwn}`)
  expect(heard.length).toBeGreaterThan(long ? 3000 : 1000)
  expect(Object.fromEntries(found)).toEqual({})
})
