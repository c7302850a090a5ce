import { type ImportInput, ImportRefused } from '../ledger/importing.ts'
import type { Day } from '../values/day.ts'
import { icalHolidays, mostCalendarBytes } from './ical-holidays.ts'

type Beside = Pick<ImportInput, 'file' | 'beside' | 'now'>

/** The holidays of an iCalendar file that lies beside the imported one. Throws ImportRefused with the calendar's name and what to do. */
export async function readCalendar(input: Beside, name: string): Promise<readonly Day[]> {
  return icalHolidays(name, await textBeside(input, name), input.now)
}

async function textBeside({ beside, file }: Beside, name: string): Promise<string> {
  const remedy = `Put it beside ${file}, or take its name out of holidayCalendars.`
  if (!beside) throw new ImportRefused({ file: name, problem: 'the calendar cannot be read from here', remedy })
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of beside(name)) {
      chunks.push(chunk)
      size += chunk.length
      if (size > mostCalendarBytes) break
    }
  } catch (cause) {
    if (!(cause instanceof ImportRefused)) throw cause
    throw new ImportRefused({ ...cause.fault, remedy }, { cause })
  }
  if (size > mostCalendarBytes) {
    const problem = `the calendar has more than ${mostCalendarBytes / 1024} KiB`
    throw new ImportRefused({ file: name, problem, remedy: 'Export one that holds nothing but the holidays.' })
  }
  return decoded(name, chunks)
}

function decoded(file: string, chunks: readonly Uint8Array[]): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause
    const problem = 'the calendar is not written in UTF-8'
    throw new ImportRefused({ file, problem, remedy: 'Export it again, as iCalendar (.ics) in UTF-8.' }, { cause })
  }
}
