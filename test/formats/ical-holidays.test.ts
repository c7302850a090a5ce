import { describe, expect, test } from 'vitest'
import { icalHolidays } from '../../src/formats/ical-holidays.ts'
import { type ImportFault, ImportRefused } from '../../src/ledger/importing.ts'
import type { Instant } from '../../src/values/day.ts'

const now = '2026-11-22T09:00:00.000Z' as Instant
const calendar = (...events: readonly (readonly string[])[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//test//EN',
    ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
    '',
  ].join('\r\n')
const daysIn = (...events: readonly (readonly string[])[]) => icalHolidays('holidays.ics', calendar(...events), now)
const on = (date: string, ...more: readonly string[]) => [`DTSTART;VALUE=DATE:${date}`, 'SUMMARY:Feriado', ...more]

function faultOf(text: string): ImportFault {
  try {
    icalHolidays('holidays.ics', text, now)
  } catch (error) {
    if (error instanceof ImportRefused) return error.fault
    throw error
  }
  throw new Error('the calendar was taken')
}

describe('an event closes', () => {
  test.each([
    ['its day', on('20261225', 'DTEND;VALUE=DATE:20261226'), ['2026-12-25']],
    ['its day, without an end', on('20261225'), ['2026-12-25']],
    ['its day, where the end is the same day', on('20261225', 'DTEND;VALUE=DATE:20261225'), ['2026-12-25']],
    [
      'several days, the end left out',
      on('20261224', 'DTEND;VALUE=DATE:20261227'),
      ['2026-12-24', '2026-12-25', '2026-12-26'],
    ],
    ['as many days as it lasts', on('20261231', 'DURATION:P2D'), ['2026-12-31', '2027-01-01']],
    [
      'a day from midnight to midnight',
      ['DTSTART;TZID=Europe/Lisbon:20261225T000000', 'DTEND;TZID=Europe/Lisbon:20261226T000000'],
      ['2026-12-25'],
    ],
    ['nothing where it was cancelled', on('20261225', 'STATUS:CANCELLED'), []],
    ['nothing before last year', on('20241231', 'DTEND;VALUE=DATE:20250102'), ['2025-01-01']],
    ['nothing after the third year ahead', on('20291231', 'DTEND;VALUE=DATE:20300102'), ['2029-12-31']],
  ])('%s', (_, lines, days) => expect(daysIn(lines)).toEqual(days))
})

describe('what comes back every year', () => {
  const christmas = [2025, 2026, 2027, 2028, 2029].map((year) => `${year}-12-25`)
  test.each([
    ['on the same day', on('19701225', 'RRULE:FREQ=YEARLY'), christmas],
    ['until a day', on('20201225', 'RRULE:FREQ=YEARLY;UNTIL=20271224'), christmas.slice(0, 2)],
    ['so many times', on('20251225', 'RRULE:FREQ=YEARLY;COUNT=2'), christmas.slice(0, 2)],
    [
      'but not on a day',
      on('20201225', 'RRULE:FREQ=YEARLY', 'EXDATE;VALUE=DATE:20261225,20281225'),
      [christmas[0], christmas[2], christmas[4]],
    ],
    ['and on another', on('20291225', 'RRULE:FREQ=YEARLY', 'RDATE;VALUE=DATE:20270104'), ['2027-01-04', '2029-12-25']],
    [
      'on the last Monday of May',
      on('20250526', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO;COUNT=2'),
      ['2025-05-26', '2026-05-25'],
    ],
    [
      'the same as Outlook writes it',
      on('20250526', 'RRULE:FREQ=YEARLY;BYDAY=MO;BYMONTH=5;BYSETPOS=-1;COUNT=2'),
      ['2025-05-26', '2026-05-25'],
    ],
    ['only in leap years', on('20240229', 'RRULE:FREQ=YEARLY'), ['2028-02-29']],
    [
      'never, on 30 February, but for the day itself',
      on('20260101', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'),
      ['2026-01-01'],
    ],
    [
      'on the last day of a month',
      on('20270228', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1;COUNT=2'),
      ['2027-02-28', '2028-02-29'],
    ],
  ])('%s', (_, lines, days) => expect(daysIn(lines)).toEqual(days))

  test('a repetition that was moved closes its new day and not its old one', () => {
    const days = daysIn(
      on('20271001', 'UID:a', 'RRULE:FREQ=YEARLY'),
      on('20281002', 'UID:a', 'RECURRENCE-ID;VALUE=DATE:20281001'),
    )
    expect(days).toEqual(['2027-10-01', '2028-10-02', '2029-10-01'])
  })
})

test('several calendars in one file, folded lines and events of one day are taken together', () => {
  const folded = calendar(on('20261225')).replace('SUMMARY:Feriado', 'SUMMARY:Feriado na\r\n cional')
  expect(icalHolidays('h.ics', folded + calendar(on('20261226'), on('20261225')), now)).toEqual([
    '2026-12-25',
    '2026-12-26',
  ])
})

describe('is refused with the file, the event and what to do:', () => {
  test.each([
    [
      'an event of some hours',
      ['DTSTART:20261225T100000', 'DTEND:20261225T120000', 'SUMMARY:Festa'],
      { value: 'Festa', column: 'DTSTART', remedy: /all-day/ },
    ],
    ['an event of some hours without an end', ['DTSTART:20261225T000000', 'DURATION:PT2H'], { column: 'DTSTART' }],
    [
      'midnight in another time zone than its own',
      ['DTSTART:20261225T000000Z', 'DTEND:20261226T000000Z'],
      { column: 'DTSTART' },
    ],
    ['an event without a day', ['SUMMARY:Natal'], { value: 'Natal', column: 'DTSTART' }],
    ['a day that does not exist', on('20260231'), { problem: /2026-02-31/ }],
    ['an event that lasts for months', on('20260101', 'DTEND;VALUE=DATE:20260601'), { column: 'DTEND' }],
    [
      'what comes back every week',
      on('20260102', 'RRULE:FREQ=WEEKLY;BYDAY=FR'),
      { column: 'RRULE', problem: /WEEKLY/ },
    ],
    ['what comes back every second', on('20260102', 'RRULE:FREQ=SECONDLY'), { column: 'RRULE' }],
    ['a rule that ical.js cannot read', on('20260102', 'RRULE:FREQ=YEARLY;BYMONTH=13'), {}],
    ['an event of long ago', on('00010101', 'RRULE:FREQ=YEARLY'), { column: 'RRULE' }],
  ])('%s', (_, lines, fault) => {
    const found = faultOf(calendar(lines))
    expect(found.file).toBe('holidays.ics')
    expect(found.remedy).toMatch(/\.$/)
    for (const [name, said] of Object.entries(fault)) expect(found[name as keyof ImportFault]).toMatch(said)
  })

  test.each([
    ['a web page', '<!doctype html><html></html>', /no iCalendar/],
    ['nothing', '', /no iCalendar/],
    ['a calendar that is cut off', calendar(on('20261225')).slice(0, 120), /no iCalendar/],
    ['an address book', 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:A\r\nEND:VCARD\r\n', /no iCalendar/],
    ['a calendar of nothing', calendar(), /holds no events/],
    [
      'one that closes for two years',
      calendar(
        ...Array.from({ length: 12 }, (_, at) =>
          on(`20${25 + Math.floor(at / 4)}0${1 + (at % 4) * 2}01`, 'DURATION:P60D'),
        ),
      ),
      /more than 500 days/,
    ],
    [
      'one of thousands of events',
      calendar(...Array.from({ length: 2001 }, () => on('20261225'))),
      /more than 2000 events/,
    ],
  ])('%s', (_, text, problem) =>
    expect(faultOf(text)).toMatchObject({ file: 'holidays.ics', problem: expect.stringMatching(problem) }),
  )

  test('one that would be worked on for minutes, soon', () => {
    const all = Array.from({ length: 31 }, (_, at) => at + 1).join(',')
    const each = on('19000101', `RRULE:FREQ=YEARLY;BYMONTHDAY=${all};BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12`)
    const begun = performance.now()
    expect(faultOf(calendar(...Array.from({ length: 1500 }, () => each)))).toMatchObject({ column: 'RRULE' })
    expect(performance.now() - begun).toBeLessThan(5000)
  })
})
