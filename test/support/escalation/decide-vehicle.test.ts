import { describe, expect, test } from 'vitest'
import { decideVehicle, entitlementOf, type VehicleQuestion } from '../../../src/support/escalation/decide-vehicle.ts'
import { rulesFor, vehicleRules } from '../../../src/support/escalation/vehicle-rules.ts'
import { caseKinds } from '../../../src/support/evidence.ts'
import { billingModels, type Holds } from '../../../src/support/helpdesk.ts'
import { services } from '../../../src/support/service.ts'

const memberships: readonly Holds['signature'][] = [
  undefined,
  { by: 'action-pack' },
  { by: 'solutions-partner' },
  { by: 'gold' },
  { by: 'gold', cloudCompetency: true },
  { by: 'silver' },
  { by: 'silver', cloudCompetency: true },
]
const times = { A: 60, C: 90, source: 'contract 7' }
const plans = [undefined, {}, { responseTimes: times }]
const everything: readonly Holds[] = plans.flatMap((premier) =>
  plans.flatMap((advanced) => memberships.map((signature) => ({ premier, advanced, signature }))),
)

const questions: readonly VehicleQuestion[] = caseKinds.flatMap((kind) =>
  services.flatMap((service) =>
    billingModels.flatMap((billing) =>
      everything.map((holds) => ({
        ...{ kind, service, billing, holds },
        provider: billing === 'indirect-reseller' ? 'Cruzeiro' : undefined,
      })),
    ),
  ),
)

/** The reference's words, sections 4.1 to 4.3, told once more and in another order than the table's. */
function byTheBook({ kind, service, billing, holds }: VehicleQuestion): string {
  if (kind === 'vulnerability') return 'msrc'
  const reseller = billing === 'indirect-reseller'
  if (kind === 'commercial') return reseller ? 'indirect-provider' : 'commercial-support'
  switch (service) {
    case 'marketplace':
      return 'publisher'
    case 'partner-center':
      return 'partner-center-support'
    case 'azure':
      if (reseller) return 'indirect-provider'
  }
  if (holds.premier) return 'premier-support'
  if (holds.advanced) return 'advanced-support'
  switch (holds.signature?.by) {
    case 'gold':
    case 'silver':
    case 'solutions-partner':
      return 'signature-cloud-support'
  }
  return reseller ? 'indirect-provider' : 'none'
}

const vehicleOf = (question: VehicleQuestion): string => {
  const route = decideVehicle(question)
  return route.kind === 'none' ? 'none' : route.vehicle
}

describe(`every combination of kind, service, billing model and what is held`, () => {
  test('has exactly one row of the table, and every row is somebody’s', () => {
    expect(questions).toHaveLength(3 * 5 * 3 * 63)
    const used = new Set<unknown>()
    for (const question of questions) {
      const rules = rulesFor({ ...question, entitlement: entitlementOf(question.holds) })
      expect(rules).toHaveLength(1)
      used.add(rules[0])
    }
    expect(used.size).toBe(vehicleRules.length)
  })

  test('goes where the reference says', () => {
    for (const question of questions) expect([question, vehicleOf(question)]).toEqual([question, byTheBook(question)])
  })

  test('has a reason, and either who files it and where, or what it would take; nothing is left to fill in', () => {
    for (const question of questions) {
      const route = decideVehicle(question)
      expect(route.why).toMatch(/^\p{Lu}.{20,}\.$/u)
      expect(JSON.stringify(route)).not.toMatch(/[{]\w+[}]|undefined|not named/)
      if (route.kind === 'none') expect(route.wouldTake.length).toBeGreaterThan(2)
      else {
        expect(route.filedBy.roles.length).toBeGreaterThan(0)
        for (const text of [route.name, route.where, route.cost, route.filedBy.leastPrivilege])
          expect(text).toMatch(/\S{3}/)
      }
    }
  })

  test('names no technical vehicle that is not held', () => {
    const held: Readonly<Record<string, (holds: Holds) => boolean>> = {
      'premier-support': ({ premier }) => premier !== undefined,
      'advanced-support': ({ advanced }) => advanced !== undefined,
      'signature-cloud-support': ({ signature }) => signature !== undefined && signature.by !== 'action-pack',
    }
    for (const question of questions) expect(held[vehicleOf(question)]?.(question.holds) ?? true).toBe(true)
  })

  test('lets no indirect reseller file for Azure', () => {
    const theirs = questions.filter((each) => each.service === 'azure' && each.billing === 'indirect-reseller')
    expect(new Set(theirs.map(vehicleOf))).toEqual(new Set(['indirect-provider', 'msrc']))
    for (const question of theirs.filter(({ kind }) => kind !== 'vulnerability'))
      expect(decideVehicle(question)).toMatchObject({ where: expect.stringContaining('Cruzeiro') })
  })

  test('states response times only where they are configured or documented, with their source', () => {
    const stated = new Set<string>()
    for (const question of questions) {
      const route = decideVehicle(question)
      if (route.kind === 'none' || !route.responseTimes) continue
      stated.add(route.vehicle)
      const { premier, advanced } = question.holds
      const plan = { 'premier-support': premier, 'advanced-support': advanced }[route.vehicle as string]
      if (plan) expect(route.responseTimes).toEqual({ A: '1 hour', C: '90 minutes', source: times.source })
      else expect(route.responseTimes.source).toMatch(/Partner Center docs, support-hours/)
    }
    expect(stated).toEqual(
      new Set(['premier-support', 'advanced-support', 'commercial-support', 'partner-center-support']),
    )
  })
})

describe('a technical case', () => {
  const ask = (of: Partial<VehicleQuestion>) =>
    decideVehicle({ kind: 'technical', service: 'microsoft-365', billing: 'direct', holds: {}, ...of })

  test('with nothing held says so and what it would take', () => {
    expect(ask({})).toEqual({
      kind: 'none',
      why: 'This Partner Center account holds no vehicle for technical cases of Microsoft 365, so there is no way to file one with Microsoft.',
      wouldTake: [
        expect.stringContaining('a direct-bill partner must hold one of them'),
        expect.stringContaining('Solutions Partner designation'),
        expect.stringContaining('helpdesk.yaml'),
      ],
    })
    expect(ask({ service: 'azure', billing: 'indirect-provider' })).toMatchObject({
      wouldTake: expect.arrayContaining([expect.stringContaining('support fee')]),
    })
  })

  test('of an indirect reseller with nothing held goes to its provider, and says that nothing is held', () => {
    const route = ask({ billing: 'indirect-reseller', provider: 'Cruzeiro' })
    expect(route.why).toMatch(/^No vehicle for technical cases is held here.*Cruzeiro/)
  })

  test('asks for the least privilege of its product', () => {
    const holds = { advanced: {} }
    const least = (of: Partial<VehicleQuestion>) => {
      const route = ask({ holds, ...of })
      return route.kind === 'vehicle' && route.filedBy
    }
    expect(least({})).toEqual({
      roles: ['helpdesk-agent', 'admin-agent'],
      leastPrivilege: 'GDAP with Service support administrator',
    })
    expect(least({ service: 'azure' })).toMatchObject({
      leastPrivilege: expect.stringContaining('Support request contributor'),
    })
    expect(least({ holds: { signature: { by: 'solutions-partner' } } })).toMatchObject({ roles: ['admin-agent'] })
  })

  test.each([
    [{ by: 'solutions-partner' }, 'unlimited'],
    [{ by: 'gold', cloudCompetency: true }, 'unlimited'],
    [{ by: 'silver', cloudCompetency: true }, 'unlimited'],
    [{ by: 'gold' }, '10 incidents'],
    [{ by: 'silver' }, '5 incidents'],
  ] as const)('with Signature Cloud Support by %j: %s', (signature, cost) => {
    expect(ask({ holds: { signature } })).toMatchObject({ cost: expect.stringContaining(cost) })
  })
})
