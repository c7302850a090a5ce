import { describe, expect, test } from 'vitest'
import { boundaryOf, evidenceFor } from '../../src/support/boundaries.ts'
import { caseKinds, evidenceCodes } from '../../src/support/evidence.ts'
import { portalOf, type Service, serviceOf, services } from '../../src/support/service.ts'

describe('the service behind a product', () => {
  test.each<[string | undefined, Service | undefined]>([
    ['Microsoft 365 Business Premium', 'microsoft-365'],
    ['Office 365 E3', 'microsoft-365'],
    ['Exchange Online (Plan 1)', 'microsoft-365'],
    ['Teams', 'microsoft-365'],
    ['Visio Plan 2', 'microsoft-365'],
    ['Microsoft 365 Copilot', 'microsoft-365'],
    ['Copilot', 'microsoft-365'],
    ['Enterprise Mobility + Security E3', 'microsoft-365'],
    ['Azure Active Directory Premium P1', 'microsoft-365'],
    ['Azure Information Protection Premium P1', 'microsoft-365'],
    ['Microsoft Entra ID P2', 'microsoft-365'],
    ['Defender for Office 365 (Plan 1)', 'microsoft-365'],
    ['Project Plan 3', 'microsoft-365'],
    ['Windows 365 Business', 'microsoft-365'],
    ['Azure plan', 'azure'],
    ['Virtual Machines - D2s v5 - EU West', 'azure'],
    ['Azure SQL Database - vCore', 'azure'],
    ['Azure Database for PostgreSQL Flexible Server', 'azure'],
    ['Microsoft Defender for Cloud', 'azure'],
    ['Reserved VM Instance', 'azure'],
    ['Dynamics 365 Sales Professional', 'dynamics-365'],
    ['Dynamics 365 Business Central Essentials', 'dynamics-365'],
    ['Power BI Pro', 'dynamics-365'],
    ['PowerApps per user', 'dynamics-365'],
    ['Power Automate', 'dynamics-365'],
    ['Microsoft Copilot Studio', 'dynamics-365'],
    ['Acme Backup (Marketplace SaaS)', 'marketplace'],
    ['Partner Center', 'partner-center'],
    ['Windows Server 2025 Standard', undefined],
    ['SQL Server 2022', undefined],
    ['Exchange Server 2019', undefined],
    ['Visual Studio Enterprise', undefined],
    ['coffee machine', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%s: %s', (product, service) => expect(serviceOf(product)).toBe(service))

  test('has a portal of its own for whoever is no customer of the partner', () => {
    expect(services.map(portalOf)).toEqual([
      'admin.microsoft.com',
      'portal.azure.com',
      'admin.powerplatform.microsoft.com',
      'marketplace.microsoft.com',
      'partner.microsoft.com',
    ])
  })
})

describe('the boundary of a service', () => {
  test.each(services)('%s says who does what, what it needs, and where it ends', (service) => {
    const boundary = boundaryOf(service)
    for (const list of [boundary.partnerFirst, boundary.microsoftTakes, boundary.limits])
      expect(list.length).toBeGreaterThan(0)
    expect(boundary.mayFile).toMatch(/\.$/)
    for (const kind of caseKinds) {
      const evidence = evidenceFor(kind, boundary)
      expect(new Set(evidence).size).toBe(evidence.length)
      expect(evidence.length).toBeGreaterThan(3)
      expect(evidenceCodes).toEqual(expect.arrayContaining([...evidence]))
    }
  })

  test('is what the partner says where it says something, and stays as it is otherwise', () => {
    const overrides = {
      azure: { limits: ['Only subscriptions of ours.'], evidence: { technical: ['error' as const] } },
    }
    const changed = boundaryOf('azure', overrides)
    expect(changed).toEqual({
      ...boundaryOf('azure'),
      limits: ['Only subscriptions of ours.'],
      evidence: { ...boundaryOf('azure').evidence, technical: ['error'] },
    })
    expect(boundaryOf('microsoft-365', overrides)).toEqual(boundaryOf('microsoft-365'))
  })
})
