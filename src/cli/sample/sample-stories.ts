import type { SampleStory } from './sample-story.ts'

/** What happened at the sample's named customers, by their key (sample-customers.ts). Each shows something that people ask about. */
export const sampleStories: Readonly<Record<string, SampleStory>> = {
  bolhao: {
    seats: [
      {
        product: 'premium',
        seats: 10,
        bought: [8, 18],
        plan: 'year',
        changes: [
          { kind: 'seats', on: [2, 20], to: 12 },
          { kind: 'seats', on: [1, 25], to: 8 },
        ],
      },
      { product: 'exchange', seats: 4, bought: [10, 1], plan: 'month' },
    ],
    pays: { days: -4 },
  },
  mondego: {
    seats: [{ product: 'standard', seats: 22, bought: [9, 1], plan: 'year' }],
    azure: { size: 3, credit: { monthsBefore: 1, amount: '86.40' } },
    pays: { days: 0 },
  },
  marealta: {
    seats: [
      {
        product: 'standard',
        seats: 30,
        bought: [7, 18],
        plan: 'year',
        changes: [{ kind: 'upgrade', on: [2, 25], into: 'premium' }],
      },
    ],
    pays: { days: -2 },
  },
  aurora: {
    seats: [
      { product: 'basic', seats: 6, bought: [9, 5], plan: 'month' },
      { product: 'powerBi', seats: 5, bought: [3, 15], plan: 'year', changes: [{ kind: 'cancel', on: [3, 17] }] },
    ],
    pays: { days: 12, missingFrom: 2 },
  },
  linhabranca: {
    seats: [
      { product: 'basic', seats: 3, bought: [8, 9], plan: 'month' },
      {
        product: 'visio',
        seats: 25,
        bought: [3, 10],
        plan: 'month',
        trial: true,
        changes: [{ kind: 'seats', on: [1, 15], to: 4 }],
      },
    ],
    pays: { days: -1 },
  },
  robledal: {
    seats: [
      {
        product: 'premium',
        seats: 18,
        bought: [9, 1],
        plan: 'year',
        promotion: { id: '39NFJQT1PL2W:0003:39NFJQT1Q5KS', percent: 15, until: 2 },
      },
    ],
    pays: { days: 3, partly: { monthsBefore: 1, percent: 60 } },
  },
  faronorte: {
    seats: [
      {
        product: 'standard',
        seats: 9,
        bought: [15, 12],
        plan: 'prepaid',
        changes: [{ kind: 'seats', on: [1, 10], to: 11 }],
      },
      { product: 'exchange', seats: 2, bought: [6, 12], plan: 'month' },
    ],
    pays: { days: -6 },
  },
  penaclara: {
    seats: [
      { product: 'e5', seats: 40, bought: [8, 1], plan: 'year', changes: [{ kind: 'seats', on: [0, 14], to: 43 }] },
      { product: 'copilot', seats: 12, bought: [4, 8], plan: 'year' },
    ],
    pays: { days: 1 },
  },
  ballykeel: {
    seats: [{ product: 'premium', seats: 14, bought: [7, 31], plan: 'year' }],
    azure: { size: 1 },
    pays: { days: -3, unreferenced: 2 },
  },
  thornfield: {
    seats: [
      {
        product: 'premium',
        seats: 16,
        bought: [8, 1],
        plan: 'year',
        changes: [{ kind: 'seats', on: [1, 12], to: 19 }],
      },
    ],
    pays: { days: -5 },
  },
  harrow: {
    seats: [
      {
        product: 'standard',
        seats: 25,
        bought: [9, 7],
        plan: 'year',
        changes: [{ kind: 'seats', on: [2, 16], to: 21 }],
      },
      { product: 'powerBi', seats: 6, bought: [3, 1], plan: 'month' },
    ],
    pays: { days: 8, missingFrom: 1 },
  },
  serraazul: {
    seats: [
      {
        product: 'basic',
        seats: 60,
        bought: [10, 3],
        plan: 'month',
        changes: [{ kind: 'seats', on: [2, 14], to: 72 }],
      },
      { product: 'premium', seats: 12, bought: [7, 10], plan: 'year' },
    ],
    pays: { days: -1 },
  },
  ipe: {
    seats: [
      {
        product: 'standard',
        seats: 300,
        bought: [6, 18],
        plan: 'year',
        changes: [{ kind: 'split', on: [1, 25], into: 'premium', seats: 100 }],
      },
    ],
    azure: { size: 6, credit: { monthsBefore: 0, amount: '412.75' } },
    pays: { days: 5, partly: { monthsBefore: 2, percent: 50 } },
  },
  horizonte: {
    seats: [{ product: 'basic', seats: 45, bought: [11, 20], plan: 'month' }],
    pays: { days: 2, missingFrom: 3 },
  },
}
