import { randomUUID } from 'node:crypto'
import type { Desk } from './cli/outside.ts'
import type { Config } from './config.ts'
import { documentDeskOf } from './conversation/document-desk.ts'
import type { TurnTools } from './conversation/run-turn.ts'
import type { Conversation } from './conversation/turn.ts'
import type { Documents } from './store/documents.ts'
import { openUnderstander } from './understanding.ts'
import type { Clock } from './values/clock.ts'
import type { StatementSheet } from './values/statement-sheet.ts'

/** Loaded when somebody first wants a statement. */
const print = async (sheet: StatementSheet) => (await import('./formats/pdf/print-statement.ts')).printStatement(sheet)

/**
 * The open store with the conversation over it, for every door of this process. `stopped` is told of an answer that was held back
 * because it had a figure bound to no fact.
 */
export function deskOf(config: Config, documents: Documents, clock: Clock, stopped?: TurnTools['stopped']): Desk {
  let conversation: Promise<Conversation> | undefined
  const newId = randomUUID
  const open = async (): Promise<Conversation> => {
    const [{ conversationOf }, understander] = await Promise.all([
      import('./conversation/conversation.ts'),
      openUnderstander(config.data),
    ])
    return conversationOf({ documents, understander, clock, newId, stopped })
  }
  return {
    documents,
    clock,
    newId,
    conversation() {
      conversation ??= open()
      return conversation
    },
    documentDesk: (publicUrl = () => config.publicUrl) =>
      documentDeskOf({ documents, clock, newId, print, publicUrl, linkMinutes: config.linkMinutes }),
    mayLoadSample: config.bot.MicrosoftAppId === undefined,
  }
}
