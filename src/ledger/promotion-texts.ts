import type { Charge } from './charge.ts'

const promotion = /promo|discount|campaign|offer|% off\b/i
// What the partner earns, and on what terms it buys, is nobody else's business.
const partners = /partner|earned|\bPEC\b|incentive|margin|rebate|reseller|distributor|provider|credit/i

/** The price adjustments of a charge that a customer may read: promotions, never what Microsoft grants the partner. */
export const promotionTexts = ({ priceAdjustments = [] }: Charge): readonly string[] =>
  priceAdjustments.filter((text) => promotion.test(text) && !partners.test(text))
