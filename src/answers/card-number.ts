import type { Answered } from './asking.ts'
import { howMuchOwed, howToPay } from './offers.ts'
import { reply } from './reply.ts'

export const kinds = ['card-number'] as const

/** Card data is never taken in chat, asked for or not: nothing of the message is read, and the person is told what to do about it. */
export const cardNumber = (): Answered => reply('card-number', {}, { offers: [howToPay, howMuchOwed] })
