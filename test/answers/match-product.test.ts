import { describe, expect, test } from 'vitest'
import { matchProduct } from '../../src/answers/match-product.ts'

const own = [
  'Microsoft 365 Business Premium',
  'Microsoft 365 Business Basic',
  'Office 365 E3',
  'Office 365 E5',
  'Visio Plan 2',
  'Azure plan',
  'Exchange Online (Plan 1)',
]

describe('a product is matched to what the customer has, and to nothing else', () => {
  test.each([
    ['Business Premium', ['Microsoft 365 Business Premium']],
    ['M365 Business Basic', ['Microsoft 365 Business Basic']],
    ['business', ['Microsoft 365 Business Premium', 'Microsoft 365 Business Basic']],
    ['premum', ['Microsoft 365 Business Premium']],
    ['Bussiness Premium', ['Microsoft 365 Business Premium']],
    ['exchagne', ['Exchange Online (Plan 1)']],
    ['as licenças de Visio', []],
    ['licenças do Visio', []],
    ['Visio', ['Visio Plan 2']],
    ['E3', ['Office 365 E3']],
    ['E4', []],
    ['azur', ['Azure plan']],
    ['Dynamics', []],
    ['Microsoft', []],
    ['', []],
  ])('%s', (wanted, matched) => {
    expect(matchProduct(wanted, own, (name) => name)).toEqual(matched)
  })
})
