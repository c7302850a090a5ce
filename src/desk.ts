import { randomUUID } from 'node:crypto'
import type { Desk } from './cli/outside.ts'
import type { Config } from './config.ts'
import { caseFileDeskOf } from './conversation/case-file-desk.ts'
import type { Consulting } from './conversation/consult.ts'
import type { CaseDesk } from './conversation/desk/case-desk.ts'
import { documentDeskOf } from './conversation/document-desk.ts'
import type { TurnTools } from './conversation/run-turn.ts'
import type { Conversation } from './conversation/turn.ts'
import type { Consultation } from './model-advisor.ts'
import type { Documents } from './store/documents.ts'
import { openUnderstander } from './understanding.ts'
import type { Clock } from './values/clock.ts'
import type { StatementSheet } from './values/statement-sheet.ts'

/** Loaded when somebody first wants a statement. */
const print = async (sheet: StatementSheet) => (await import('./formats/pdf/print-statement.ts')).printStatement(sheet)

/** The model, loaded only where one is configured. */
async function consultingOf({ model }: Config, unadvised: Reports['unadvised']): Promise<Consulting | undefined> {
  if (model.kind === 'off') return undefined
  const { modelAdvisor } = await import('./model-advisor.ts')
  return { advisor: await modelAdvisor(model, unadvised), perDay: model.perDay }
}

/** Who is told of what people are not. */
export type Reports = {
  /** Of an answer that was held back because it had a figure bound to no fact. */
  readonly stopped?: TurnTools['stopped']
  /** Of a consultation of the model that came to nothing. */
  readonly unadvised?: (failed: Consultation) => void
}

/** The open store with the conversation over it, for every door of this process. */
export function deskOf(config: Config, documents: Documents, clock: Clock, reports: Reports = {}): Desk {
  let opened: Promise<{ conversation: Conversation; cases: CaseDesk }> | undefined
  const newId = randomUUID
  const open = async () => {
    const [{ conversationOf }, { caseDeskOf }, understander, consulting] = await Promise.all([
      import('./conversation/conversation.ts'),
      import('./conversation/desk/case-desk.ts'),
      openUnderstander(config.data),
      consultingOf(config, reports.unadvised),
    ])
    const tools = { documents, understander, clock, newId, stopped: reports.stopped }
    return { conversation: conversationOf({ ...tools, consulting }), cases: caseDeskOf(tools) }
  }
  const both = () => {
    opened ??= open()
    return opened
  }
  return {
    documents,
    clock,
    newId,
    conversation: async () => (await both()).conversation,
    cases: async () => (await both()).cases,
    documentDesk: (publicUrl = () => config.publicUrl) =>
      documentDeskOf({ documents, clock, newId, print, publicUrl, linkMinutes: config.linkMinutes }),
    caseFileDesk: (publicUrl = () => config.publicUrl) => caseFileDeskOf({ documents, clock, newId, publicUrl }),
    mayLoadSample: config.bot.MicrosoftAppId === undefined,
  }
}
