import { describe, expect, test } from 'vitest'
import { chargeFor } from '../../src/support/charge-for.ts'
import type { Offering, Price } from '../../src/support/offering.ts'
import { offeringFor } from '../../src/support/offering-for.ts'
import { customerId, partnerId } from '../../src/values/ids.ts'
import { moneyOf } from '../../src/values/money.ts'
import { adega, finch, offering, serra } from '../conversation/support/small-desk.ts'
import { eur } from '../ledger/examples.ts'

const perHour: Price = { amount: moneyOf('85.00', eur), per: 'hour' }
const resold: Offering = {
  ...offering,
  model: 'resold',
  provider: 'Helpline Ltd',
  targets: { urgent: { respond: 60, resolve: 480 } },
  plans: [
    { name: 'Gold', customers: [adega.tenant, finch.tenant], model: 'own', price: 'none', timeZone: 'Europe/Madrid' },
    { name: 'Hourly', customers: [serra.tenant], price: perHour, targets: {} },
  ],
}

describe('what a customer is offered', () => {
  test('is what its plan says, and of the rest what the offering says', () => {
    const gold = offeringFor(resold, adega.id)
    expect(gold).toMatchObject({
      model: 'own',
      timeZone: 'Europe/Madrid',
      contact: offering.contact,
      hours: offering.hours,
    })
    expect(gold.targets).toEqual(resold.targets)
    expect(gold).not.toHaveProperty('price')
    expect(gold).not.toHaveProperty('provider')
    expect(offeringFor(resold, serra.id)).toMatchObject({ provider: 'Helpline Ltd', price: perHour, targets: {} })
  })

  test('names no other customer and no other plan', () => {
    const text = (of: Offering) => JSON.stringify(of, (_, value) => (typeof value === 'bigint' ? String(value) : value))
    expect(text(offeringFor(resold, adega.id))).not.toMatch(new RegExp(`${finch.tenant}|Hourly`))
    expect(text(offeringFor(resold, undefined))).not.toMatch(/Gold|Hourly/)
  })

  test('is the general one for anybody without a plan, and for the tenant as another account’s customer', () => {
    const { plans, ...general } = resold
    expect(offeringFor(resold)).toEqual(general)
    const elsewhere = customerId(partnerId('99999999-9999-4999-8999-999999999999'), adega.tenant)
    expect(offeringFor(resold, elsewhere)).toEqual(general)
    expect(offeringFor(offering, adega.id)).toBe(offering)
  })

  test('stays one object, and the same when asked again of itself', () => {
    const gold = offeringFor(resold, adega.id)
    expect(offeringFor(resold, adega.id)).toBe(gold)
    expect(offeringFor(gold, adega.id)).toEqual(gold)
  })
})

describe('a request costs', () => {
  const technical: Price = { ...perHour, for: ['technical'] }
  test.each([
    ['nothing where support is free', undefined, undefined, undefined],
    ['the price, whatever it is about', perHour, perHour, perHour],
    ['the price where it is technical', technical, undefined, technical],
    ['the price of either', { ...perHour, for: ['commercial', 'technical'] }, 'same', 'same'],
    ['nothing by itself where the month is paid', { ...perHour, per: 'month' }, undefined, undefined],
  ] as const)('%s', (_, price, commercial, technically) => {
    const said = { price: price as Price | undefined }
    expect(chargeFor(said, 'commercial')).toEqual(commercial === 'same' ? price : commercial)
    expect(chargeFor(said, 'technical')).toEqual(technically === 'same' ? price : technically)
  })
})
