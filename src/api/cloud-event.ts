import { createHash } from 'node:crypto'
import type { SaidEvent } from '../delivery/event-channel.ts'

/**
 * What an event is called outside, the same at every try: short, without a dot (Standard Webhooks separates by them), and naming nobody, where our
 * own id is made from whatever caused it.
 */
export const outerId = (event: string): string => `evt_${createHash('sha256').update(event).digest('hex').slice(0, 32)}`

/** The event as CloudEvents 1.0 has it, structured mode. */
export const cloudEvent = ({ event, type, subject, data, at }: SaidEvent): string =>
  JSON.stringify({
    specversion: '1.0',
    id: outerId(event),
    source: '/saldo',
    type,
    subject,
    time: at,
    datacontenttype: 'application/json',
    data,
  })

export const cloudEventType = 'application/cloudevents+json; charset=utf-8'
