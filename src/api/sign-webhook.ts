import { createHmac } from 'node:crypto'

/** A secret is written as this and random bytes in base64. */
const prefix = 'whsec_'

/** Standard Webhooks: HMAC-SHA256 over `id.timestamp.body`. The timestamp is in seconds. */
export function signWebhook(secret: string, { id, timestamp, body }: { id: string; timestamp: number; body: string }) {
  const key = Buffer.from(secret.startsWith(prefix) ? secret.slice(prefix.length) : secret, 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': `v1,${signature}` }
}
