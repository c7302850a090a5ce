// Turns a second, and processor time a turn, of a full billing answer through POST /api/messages, against the stock echo bot of botbuilder
// and restify in the same run: each in a process of its own on one core, 32 conversations, a connector on loopback. With the sample's 14
// customers, and with 10,000 customers and 100,000 bills. Goal: at least the echo bot's turns a second.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Asker, driver, openChannel, type Round } from './turn/drive.ts'
import { fillStore } from './turn/fill-store.ts'
import { startUnderTest, type UnderTest } from './turn/process-under-test.ts'

type Measured = {
  readonly turnsPerSecond: number
  readonly cpuMicroseconds: number
  readonly p50: number
  readonly p99: number
  readonly memory: number
}
type Drive = ReturnType<typeof driver>

const main = join(import.meta.dirname, '../../src/main.ts')
const echo = join(import.meta.dirname, 'turn/echo-bot.ts')

export async function run(args: readonly string[]): Promise<void> {
  const options = {
    turns: { type: 'string', default: '12000' },
    customers: { type: 'string', default: '14,10000' },
    askers: { type: 'string', default: '32' },
    json: { type: 'boolean' },
    profile: { type: 'string' },
  } as const
  const { values } = parseArgs({ args: [...args], options })
  const channel = await openChannel()
  const drive = driver(channel.serviceUrl)
  const reports: Record<string, { ours: Measured; reference: Measured; ratio: number }> = {}
  for (const customers of values.customers.split(',').map(Number)) {
    const report = await compare(drive, customers, {
      turns: Number(values.turns),
      askers: Number(values.askers),
      profile: values.profile,
    })
    reports[customers] = report
    if (!values.json) print(customers, report)
  }
  channel.close()
  const [first] = Object.values(reports)
  console.log(JSON.stringify({ name: 'turn', ...first, byCustomers: reports }))
}

async function compare(
  drive: Drive,
  customers: number,
  { turns, askers: count, profile }: { turns: number; askers: number; profile?: string },
) {
  const folder = await mkdtemp(join(tmpdir(), 'saldo-turn-'))
  try {
    const askers = spread(await fillStore(folder, customers), count)
    const flags = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []
    const reference = await startUnderTest([echo])
    const ours = await startUnderTest([...flags, main, 'start', '--local'], {
      SALDO_DATA: folder,
      PORT: '0',
      NODE_ENV: 'test',
    })
    try {
      return await alternate(drive, { reference, ours }, askers, turns)
    } finally {
      await Promise.all([reference.stop(), ours.stop()])
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** So many of all who could ask, from all over the store: as many as there are conversations at a time, unless told. */
const spread = (all: readonly Asker[], count: number): Asker[] =>
  all.length <= count
    ? [...all]
    : Array.from({ length: count }, (_, at) => all[Math.floor((at * all.length) / count)] as Asker)

/** Short rounds in turns, so that whatever else the machine does meets both alike. The first of each warms up. */
async function alternate(
  drive: Drive,
  tested: { reference: UnderTest; ours: UnderTest },
  askers: readonly Asker[],
  turns: number,
) {
  const rounds = 6
  const perRound = Math.ceil(turns / rounds)
  const taken = { reference: tally(tested.reference), ours: tally(tested.ours) }
  const asker = (turn: number) => askers[turn % askers.length] as Asker
  for (let round = 0; round <= rounds; round++)
    for (const name of ['reference', 'ours'] as const) {
      const before = tested[name].cpu()
      const result = await drive(tested[name].port, perRound, (turn) => asker(round * perRound + turn))
      if (round > 0) taken[name].add(result, tested[name].cpu() - before)
    }
  const [ours, reference] = [taken.ours.measured(), taken.reference.measured()]
  return { ours, reference, ratio: Number((ours.turnsPerSecond / reference.turnsPerSecond).toFixed(2)) }
}

function tally(server: UnderTest) {
  let turns = 0
  let seconds = 0
  let cpu = 0
  const waits: number[] = []
  return {
    add(round: Round, used: number) {
      turns += round.turns
      seconds += round.seconds
      cpu += used
      waits.push(...round.milliseconds)
    },
    measured(): Measured {
      waits.sort((a, b) => a - b)
      const at = (part: number) => Number((waits[Math.floor(waits.length * part)] ?? 0).toFixed(1))
      return {
        turnsPerSecond: Math.round(turns / seconds),
        cpuMicroseconds: Math.round(cpu / turns),
        p50: at(0.5),
        p99: at(0.99),
        memory: server.memory(),
      }
    },
  }
}

function print(
  customers: number,
  { ours, reference, ratio }: { ours: Measured; reference: Measured; ratio: number },
): void {
  const said = ({ turnsPerSecond, cpuMicroseconds, p50, p99, memory }: Measured) =>
    `${turnsPerSecond} turns/s, ${cpuMicroseconds} us CPU a turn, p50 ${p50} ms, p99 ${p99} ms, ${memory} MiB`
  console.log(`${customers} customers`)
  console.log(`  echo bot:       ${said(reference)}`)
  console.log(`  billing answer: ${said(ours)}`)
  console.log(`  ratio ${ratio}, CPU ${(ours.cpuMicroseconds / reference.cpuMicroseconds).toFixed(2)}`)
}
