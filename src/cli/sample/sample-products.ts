/** A product as Microsoft bills it to the sample partner. Prices are a unit's COST for a month or a year; all figures are made up. */
export type SampleProduct = {
  readonly productId: string
  readonly skuId: string
  readonly availabilityId: string
  readonly name: string
  /** Cost by billing currency. Several parts: Microsoft bills the product as that many lines. */
  readonly monthly: Readonly<Record<'EUR' | 'BRL', readonly string[]>>
  readonly annual: Readonly<Record<'EUR' | 'BRL', string>>
  /** The partner's own price a month for customers in the United Kingdom. */
  readonly poundsMonthly: string
}

const product = (
  [productId, skuId, availabilityId, name]: readonly [string, string, string, string],
  euro: readonly [string, string],
  real: readonly [string, string],
  poundsMonthly: string,
): SampleProduct => ({
  productId,
  skuId,
  availabilityId,
  name,
  monthly: { EUR: euro[0].split('+'), BRL: real[0].split('+') },
  annual: { EUR: euro[1], BRL: real[1] },
  poundsMonthly,
})

export const sampleProducts = {
  basic: product(
    ['CFQ7TTC0LH18', '0001', 'CFQ7TTC0MT2B', 'Microsoft 365 Business Basic'],
    ['4.48', '53.76'],
    ['22.40', '268.80'],
    '5.10',
  ),
  standard: product(
    ['CFQ7TTC0LDPB', '0001', 'CFQ7TTC0K9V1', 'Microsoft 365 Business Standard'],
    ['9.36', '112.32'],
    ['46.80', '561.60'],
    '10.60',
  ),
  premium: product(
    ['CFQ7TTC0LCHC', '0002', 'CFQ7TTC0K971', 'Microsoft 365 Business Premium'],
    ['16.48', '197.76'],
    ['82.40', '988.80'],
    '18.90',
  ),
  e5: product(
    ['CFQ7TTC0LFLZ', '0002', 'CFQ7TTC0R0B2', 'Microsoft 365 E5'],
    ['40.32+4.88', '542.40'],
    ['201.60+24.40', '2712.00'],
    '52.00',
  ),
  exchange: product(
    ['CFQ7TTC0LH16', '0001', 'CFQ7TTC0HV1D', 'Exchange Online (Plan 1)'],
    ['3.04', '36.48'],
    ['15.20', '182.40'],
    '3.50',
  ),
  powerBi: product(
    ['CFQ7TTC0HL8W', '0001', 'CFQ7TTC0J1K4', 'Power BI Pro'],
    ['7.52', '90.24'],
    ['37.60', '451.20'],
    '8.60',
  ),
  copilot: product(
    ['CFQ7TTC0MM8R', '0002', 'CFQ7TTC0P5T6', 'Microsoft 365 Copilot'],
    ['22.56', '270.72'],
    ['112.80', '1353.60'],
    '26.00',
  ),
  visio: product(
    ['CFQ7TTC0HD32', '0002', 'CFQ7TTC0K3X8', 'Visio Plan 2'],
    ['12.08', '144.96'],
    ['60.40', '724.80'],
    '13.90',
  ),
} as const satisfies Readonly<Record<string, SampleProduct>>

export type SampleProductName = keyof typeof sampleProducts

/** Azure: priced in US dollars by the meter, billed in the partner's currency. */
export const sampleMeters = [
  { name: 'Virtual Machines - D2s v5 - EU West', unit: '1 Hour', price: '0.115', quantity: 744 },
  { name: 'Storage - Hot LRS Data Stored', unit: '1 GB/Month', price: '0.0196', quantity: 2310 },
  { name: 'Bandwidth - Standard Data Transfer Out', unit: '1 GB', price: '0.087', quantity: 412 },
  { name: 'Azure SQL Database - vCore', unit: '1 Hour', price: '0.868', quantity: 210 },
] as const

export const azurePlan = {
  productId: 'DZH318Z0BPS6',
  skuId: '0001',
  availabilityId: 'DZH318Z0DNXB',
  name: 'Azure plan',
} as const
