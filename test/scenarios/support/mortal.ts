import type { Channel } from '../../../src/delivery/channel.ts'
import type { Documents } from '../../../src/store/documents.ts'
import type { Teams } from './teams-stand-in.ts'

const never = new Promise<never>(() => undefined)

/**
 * A process that dies at the first message it sends: before that left it, or after it arrived and before anything was noted. From then on
 * nothing that it had begun goes on.
 */
export function mortal(documents: Documents, { channel, attempts, lose }: Teams, dies: 'before' | 'after') {
  let isDead = false
  let isDying = false
  let tell: () => void = () => undefined
  const death = new Promise<void>((resolve) => {
    tell = resolve
  })
  const die = () => {
    isDead = true
    tell()
    return never
  }
  const alive = async <T>(work: () => Promise<T>): Promise<T> => {
    if (isDead) return never
    const done = await work()
    return isDead ? never : done
  }
  const mortalDocuments: Documents = {
    get: (...args) => alive(() => documents.get(...args)),
    find: (...args) => alive(() => documents.find(...args)),
    claim: (...args) => alive(() => documents.claim(...args)),
    change: (work) => alive(() => documents.change(work)),
    ping: () => documents.ping(),
    close: () => documents.close(),
  }
  const mortalChannel: Channel = {
    async send(to, content, options) {
      if (isDead || isDying) return never
      if (dies === 'before') {
        lose(to, content, options.post)
        return die()
      }
      isDying = true
      const mark = attempts.length
      await channel.send(to, content, options)
      const seen = attempts[mark]
      if (seen) attempts[mark] = { ...seen, outcome: seen.outcome === 'sent' ? 'crash' : seen.outcome }
      return die()
    },
    update: (...args) => alive(() => channel.update(...args)),
    remove: (...args) => alive(() => channel.remove(...args)),
  }
  return { documents: mortalDocuments, channel: mortalChannel, death, isDead: () => isDead }
}
