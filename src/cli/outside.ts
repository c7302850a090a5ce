import type { CaseFileDesk } from '../conversation/case-file-desk.ts'
import type { CaseDesk } from '../conversation/desk/case-desk.ts'
import type { DocumentDesk } from '../conversation/document-desk.ts'
import type { Conversation } from '../conversation/turn.ts'
import type { EventChannel } from '../delivery/event-channel.ts'
import type { Section } from '../language/read-utterances.ts'
import type { Understander } from '../language/understand.ts'
import type { Documents } from '../store/documents.ts'
import type { Clock, NewId } from '../values/clock.ts'
import type { Language } from '../values/language.ts'
import type { Terminal } from './terminal.ts'

/** The partner's data, open, and the conversation over it. */
export type Desk = {
  readonly documents: Documents
  readonly clock: Clock
  readonly newId: NewId
  /** Made when it is first asked for: it needs the trained model. */
  conversation(): Promise<Conversation>
  /** The helpdesk's seat, made with it. */
  cases(): Promise<CaseDesk>
  /** Hands over documents; `publicUrl` is where links begin, the configured address unless told. */
  documentDesk(publicUrl?: () => string | undefined): DocumentDesk
  /** The files that customers sent; `publicUrl` as above. */
  caseFileDesk(publicUrl?: () => string | undefined): CaseFileDesk
  /** Whether an empty store may be filled with the sample partner: only while no bot is registered. */
  readonly mayLoadSample: boolean
}

/** An understander that was just trained: on how many utterances, in how many milliseconds, and the size of its packed model. */
export type Trained = {
  readonly understander: Understander
  readonly utterances: number
  readonly milliseconds: number
  readonly bytes: number
}

/** One thing that was looked at. `must` has to be mended before Saldo works; `should` can wait. */
export type Finding = { readonly about: string; readonly verdict: 'good' | 'should' | 'must'; readonly says: string }

/** 0 done, 1 refused or failed, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2 | (number & {})

/** What the command line needs from outside its room; `main.ts` hands it in. */
export type Outside = {
  readonly terminal: Terminal
  readonly clock: Clock
  readonly version: string
  /**
   * Does the work on the open store and closes it. When another process has the data folder, that process runs the whole command
   * instead and this resolves with its exit code: nothing may be written to the terminal before.
   */
  withDesk(work: (desk: Desk) => Promise<ExitCode>): Promise<ExitCode>
  understander(): Promise<Understander>
  /** Adds messages to the partner's own utterances, to be learned from at the next start, and gives the file's path. */
  teach(language: Language, section: Section, texts: readonly string[]): Promise<string>
  /** Trains as the service would, and keeps nothing. */
  trainAnew(): Promise<Trained>
  /** The service. Resolves when it was told to stop and has. */
  start(options: { readonly local: boolean }): Promise<ExitCode>
  /** Telling the partner's systems: what is wrong with an address, if anything is, and telling one event now. */
  events(): Promise<{ readonly channel: EventChannel; addressFault(url: string): string | undefined }>
  /** Looks at whatever Saldo needs to run: the environment, the store, the bot's registration. */
  examine(): Promise<readonly Finding[]>
}
