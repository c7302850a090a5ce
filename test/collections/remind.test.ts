import { describe, expect, test } from 'vitest'
import { keepAddress } from '../../src/delivery/address.ts'
import { day } from '../../src/values/day.ts'
import type { InvoiceId } from '../../src/values/ids.ts'
import { aCustomer, customerAt, euros } from '../ledger/examples.ts'
import { aPolicy, aPromise, bill, reached, weekdays } from './decide/situations.ts'
import { adega, billingDesk, clara, personOf, rita } from './support/billing-desk.ts'

describe('a customer with an open bill', () => {
  test('is written to on the due date, once, each of its billing contacts', async () => {
    const desk = await billingDesk({ people: [clara, rita] })
    await desk.run()
    await desk.run()
    expect(await desk.told()).toEqual(['2026-11-30 due: Clara sent, Rita sent'])
    expect(desk.arrived.map(({ how }) => how)).toEqual(['send', 'send'])
    expect(await desk.logged()).toEqual(['2026-11-30 contact stage'])
    expect((await desk.standing()).due).toBe('2026-12-01T09:00:00.000Z')
  })

  test('is written to at each stage, and every day has one reason', async () => {
    const desk = await billingDesk({ now: '2026-11-22T08:00:00Z' })
    await desk.until('2026-12-31T12:00:00Z')
    expect(await desk.told()).toEqual([
      '2026-11-23 before: Clara sent',
      '2026-11-30 due: Clara sent',
      '2026-12-07 overdue: Clara sent',
      '2026-12-14 warning: Clara sent',
    ])
    expect(desk.staff).toEqual(['person (stage): A', 'propose-suspension (stage): A'])
    const log = await desk.logged()
    expect(log).toHaveLength(40)
    expect(log.filter((line) => !line.endsWith(' none done'))).toEqual([
      '2026-11-22 none not-yet',
      '2026-11-23 contact stage',
      '2026-11-30 contact stage',
      '2026-12-07 contact stage',
      '2026-12-14 contact stage',
      '2026-12-21 staff stage',
      '2026-12-30 staff stage',
      '2026-12-31 none end',
    ])
  })

  test('is written to once, by the latest stage, after days on which nothing ran', async () => {
    const desk = await billingDesk({ now: '2026-12-09T10:00:00Z' })
    await desk.run()
    expect(await desk.told()).toEqual(['2026-12-09 overdue: Clara sent'])
  })

  test('gets one message for all that is due', async () => {
    const desk = await billingDesk({ bills: [bill('a'), bill('b', '50.00'), bill('c', '10.00')] })
    await desk.run()
    expect((await desk.contacts()).map(({ bills }) => bills.map(({ number }) => number))).toEqual([['A', 'B', 'C']])
  })

  describe('is told with a new stage of one bill of all else that is due', () => {
    const other = (dueOn: string) => bill('b', '50.00', { issuedOn: day('2026-10-01'), dueOn: day(dueOn) })
    const held = {
      id: 'H-1',
      kind: 'held' as const,
      invoice: 'b' as InvoiceId,
      reason: 'a call',
      from: day('2026-11-01'),
      by: 'saldo' as const,
    }
    const promised = aPromise('2026-12-05', { invoices: ['b' as InvoiceId], amount: euros('50.00') })

    test.each([
      ['its stage was done the day before', '2026-11-29', reached('due', '2026-11-29', 'b'), {}, 'B due, A due'],
      ['it is due today, and its stage was done', '2026-11-30', reached('due', '2026-11-30', 'b'), {}, 'A due, B due'],
      ['it is not due yet, and its courtesy was done', '2026-12-01', reached('before', '2026-11-24', 'b'), {}, 'A due'],
      ['all its stages are done', '2026-10-20', reached('proposal', '2026-11-19', 'b'), {}, 'B proposal, A due'],
      ['staff gets it today', '2026-11-09', reached('warning', '2026-11-23', 'b'), {}, 'B warning, A due'],
      ['it is held', '2026-11-29', reached('due', '2026-11-29', 'b'), { holds: [held] }, 'A due'],
      ['it is promised', '2026-11-29', reached('due', '2026-11-29', 'b'), { promises: [promised] }, 'A due'],
    ])('%s', async (_, dueOn, done, over, said) => {
      const desk = await billingDesk({ bills: [bill('a'), other(dueOn)] })
      await desk.stands({ reached: [done], ...over })
      await desk.run()
      const contacts = await desk.contacts()
      expect(contacts.map(({ bills }) => bills.map((one) => `${one.number} ${one.stage}`).join(', '))).toEqual([said])
      const news = (await desk.standing()).reached.slice(1).map(({ invoice, stage }) => `${invoice} ${stage}`)
      expect(news).toEqual(said.startsWith('B warning') ? ['b person', 'a due'] : ['a due'])
    })

    test('and what it costs besides is told once, with its stage', async () => {
      const stages = aPolicy().stages.map((stage) => ({
        ...stage,
        minimum: undefined,
        fee: stage.id === 'overdue' ? { amount: { amount: '5.00', currency: 'EUR' } } : undefined,
      }))
      const bills = [bill('a'), other('2026-11-29')]
      const desk = await billingDesk({ bills, policy: { stages }, now: '2026-12-07T10:00:00Z' })
      await desk.stands({ reached: [reached('overdue', '2026-12-06', 'b')] })
      await desk.run()
      expect((await desk.contacts()).map(({ fees }) => fees.map(({ invoice }) => invoice))).toEqual([['a']])
    })
  })

  test('is left alone without a policy, and looked at when one comes', async () => {
    const desk = await billingDesk({ policy: 'none' })
    await desk.run()
    expect(await desk.told()).toEqual([])
  })
})

describe('who is written to', () => {
  test('somebody who never wrote to the bot is reported as unreachable where no mail system takes over', async () => {
    const desk = await billingDesk({ people: [clara, rita], known: [clara] })
    await desk.run()
    expect(await desk.told()).toEqual(['2026-11-30 due: Clara sent, Rita by mail failed unreachable'])
  })

  test('a customer of whom nobody can be reached has had its turn, and the cap counts nothing', async () => {
    const desk = await billingDesk({ known: [] })
    await desk.until('2026-12-02T10:00:00Z')
    expect(await desk.told()).toEqual(['2026-11-30 due: Clara by mail failed unreachable'])
    expect(await desk.standing()).toMatchObject({ contacted: [], reached: [{ stage: 'due' }] })
  })

  test('who writes to the bot later gets the latest of what found no way, once, from the next day on', async () => {
    const desk = await billingDesk({ known: [], now: '2026-11-23T10:00:00Z' })
    await desk.until('2026-12-01T10:00:00Z')
    const where = { channel: 'msteams', serviceUrl: 'https://smba.example/', conversation: 'a:1' }
    await desk.documents.change((unit) => keepAddress(unit, clara, where, desk.clock.now()))
    await desk.run()
    expect(desk.arrived).toHaveLength(0)
    await desk.until('2026-12-05T10:00:00Z')
    expect(await desk.told()).toEqual([
      '2026-11-23 before: Clara by mail failed unreachable',
      '2026-11-30 due: Clara by mail failed unreachable',
      '2026-12-02 due: Clara sent',
    ])
  })

  test('employees see no figures and get none', async () => {
    const desk = await billingDesk({ people: [clara, { ...rita, roles: ['employee'] }] })
    await desk.run()
    expect(await desk.told()).toEqual(['2026-11-30 due: Clara sent'])
  })

  test('each in the own language', async () => {
    const desk = await billingDesk({ people: [clara, { ...rita, language: 'es' }] })
    await desk.run()
    expect((await desk.contacts())[0]?.to.map(({ language }) => language)).toEqual(['pt-PT', 'es'])
  })
})

describe('the hours of the day', () => {
  test.each([
    ['before they begin', '2026-11-30T08:59:59Z', [], '2026-11-30T09:00:00.000Z'],
    ['when they begin', '2026-11-30T09:00:00Z', ['2026-11-30 due: Clara sent'], '2026-12-01T09:00:00.000Z'],
    ['before they end', '2026-11-30T17:59:59Z', ['2026-11-30 due: Clara sent'], '2026-12-01T09:00:00.000Z'],
    ['when they have ended', '2026-11-30T18:00:00Z', [], '2026-12-01T09:00:00.000Z'],
  ])('%s', async (_, now, told, due) => {
    const desk = await billingDesk({ now })
    await desk.run()
    expect(await desk.told()).toEqual(told)
    expect((await desk.standing()).due).toBe(due)
  })

  test('a day that was over before anybody looked is closed, and the next one catches up', async () => {
    const desk = await billingDesk({ now: '2026-11-30T20:00:00Z' })
    await desk.until('2026-12-01T10:00:00Z')
    expect(await desk.logged()).toEqual(['2026-11-30 none closed-day', '2026-12-01 contact stage'])
    expect(await desk.told()).toEqual(['2026-12-01 due: Clara sent'])
  })

  test('are those of the customer: three hours later in São Paulo', async () => {
    const paulo = aCustomer(2, { name: 'Ipê', timeZone: 'America/Sao_Paulo', country: 'BR' })
    const ines = personOf(paulo, 3, 'Ines')
    const desk = await billingDesk({
      customers: [adega, paulo],
      people: [clara, ines],
      bills: [bill('a'), bill('p', '10.00', { customer: paulo.id })],
      now: '2026-11-30T00:00:00Z',
    })
    await desk.until('2026-11-30T11:59:00Z')
    expect(await desk.told()).toEqual(['2026-11-30 due: Clara sent'])
    await desk.until('2026-11-30T12:00:00Z')
    expect(await desk.told()).toHaveLength(2)
  })

  test.each([
    ['a Saturday', '2026-11-28', { hours: weekdays }],
    ['a Sunday', '2026-11-29', { hours: weekdays }],
    ['a holiday of its country', '2026-11-30', { holidays: { PT: ['2026-11-30'] } }],
  ])('%s has none, and the next day that does catches up', async (_, dueOn, policy) => {
    const desk = await billingDesk({
      policy,
      bills: [bill('a', '100.00', { dueOn: dueOn as never })],
      now: `${dueOn}T08:00:00Z`,
    })
    await desk.until('2026-12-01T17:00:00Z')
    const log = await desk.logged()
    expect(log[0]).toBe(`${dueOn} none closed-day`)
    expect(desk.arrived).toHaveLength(1)
  })

  test('a holiday of another country is a day like any other', async () => {
    const desk = await billingDesk({ policy: { holidays: { BR: ['2026-11-30'] } } })
    await desk.run()
    expect(desk.arrived).toHaveLength(1)
  })
})

describe('the cap', () => {
  const two = [
    { id: 'one', when: 'after' as const, days: 0, action: 'remind' as const },
    { id: 'two', when: 'after' as const, days: 2, action: 'remind' as const },
  ]
  test.each([
    ['within the days', 3, ['2026-11-30 one: Clara sent', '2026-12-03 two: Clara sent']],
    ['after them', 2, ['2026-11-30 one: Clara sent', '2026-12-02 two: Clara sent']],
  ])('%s', async (_, days, told) => {
    const desk = await billingDesk({ policy: { stages: two, promises: undefined, cap: { contacts: 1, days } } })
    await desk.until('2026-12-05T10:00:00Z')
    expect(await desk.told()).toEqual(told)
  })

  test('counts only what went out', async () => {
    const desk = await billingDesk({ policy: { stages: two, promises: undefined, cap: { contacts: 1, days: 7 } } })
    desk.answers.push({ kind: 'refused', reason: '413' })
    await desk.until('2026-12-02T10:00:00Z')
    expect(await desk.told()).toEqual(['2026-11-30 one: Clara failed 413', '2026-12-02 two: Clara sent'])
  })
})

describe('what comes in', () => {
  test('a payment makes the card show that it is paid, once', async () => {
    const desk = await billingDesk()
    await desk.run()
    await desk.pay(adega, '100.00', 'A')
    await desk.run()
    await desk.until('2026-12-02T10:00:00Z')
    expect(desk.arrived.map(({ how }) => how)).toEqual(['send', 'update'])
    expect((await desk.logged()).at(-1)).toBe('2026-12-02 none nothing-open')
  })

  test('a part of it makes the card show what is left, and the schedule goes on', async () => {
    const desk = await billingDesk()
    await desk.run()
    await desk.pay(adega, '40.00', 'A')
    await desk.until('2026-12-07T10:00:00Z')
    expect(desk.arrived.map(({ how }) => how)).toEqual(['send', 'update', 'send'])
    expect((await desk.contacts()).at(-1)?.bills[0]?.amount.minor).toBe(6000n)
  })

  test('a promise makes the card show it, and when it is kept that it is paid', async () => {
    const desk = await billingDesk()
    await desk.run()
    const invoices = [bill().id]
    const promised = { id: 'P-1', invoices, amount: euros('100.00'), by: day('2026-12-10'), madeOn: day('2026-11-30') }
    await desk.stands({ promises: [{ ...promised, person: clara, settledBefore: euros('0.00'), state: 'open' }] })
    await desk.run()
    await desk.until('2026-12-08T10:00:00Z')
    expect(desk.arrived.map(({ how }) => how)).toEqual(['send', 'update'])
    await desk.pay(adega, '100.00', 'A')
    await desk.until('2026-12-12T10:00:00Z')
    expect(desk.arrived.map(({ how }) => how)).toEqual(['send', 'update', 'update'])
    expect((await desk.standing()).promises[0]?.state).toBe('kept')
  })

  test('a promise that is not kept goes to the stage that the policy names', async () => {
    const desk = await billingDesk()
    await desk.run()
    const invoices = [bill().id]
    const promised = { id: 'P-1', invoices, amount: euros('100.00'), by: day('2026-12-03'), madeOn: day('2026-11-30') }
    await desk.stands({ promises: [{ ...promised, person: clara, settledBefore: euros('0.00'), state: 'open' }] })
    await desk.until('2026-12-05T10:00:00Z')
    expect(await desk.told()).toEqual(['2026-11-30 due: Clara sent', '2026-12-04 warning: Clara sent'])
    expect((await desk.standing()).promises[0]?.state).toBe('broken')
  })

  test('a customer that is unknown by now is looked at no more', async () => {
    const desk = await billingDesk()
    await desk.documents.change(async (unit) => {
      const { touch } = await import('../../src/collections/touch.ts')
      await touch(unit, customerAt(9), desk.clock.now())
    })
    await desk.run()
    expect((await desk.standing(aCustomer(9))).due).toBeUndefined()
  })
})
