import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { callOwner } from '../../src/store/lowdb/call-owner.ts'
import { type FolderOwner, ownFolder } from '../../src/store/lowdb/folder-owner.ts'

let folder: string
let owner: FolderOwner | undefined
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'saldo-owner-'))
})
afterEach(async () => {
  await owner?.release()
  owner = undefined
  await rm(folder, { recursive: true })
})

async function own(): Promise<FolderOwner> {
  const taken = await ownFolder(folder)
  if (taken.kind !== 'owner') throw new Error('the folder is in use')
  owner = taken.owner
  return taken.owner
}

const request = (...words: string[]) => ({ arguments: words, workingFolder: '/somewhere' })

function collector() {
  const said = { stdout: '', stderr: '' }
  const stdout = (text: string) => {
    said.stdout += text
  }
  const stderr = (text: string) => {
    said.stderr += text
  }
  return { said, output: { stdout, stderr } }
}

describe('owning a folder', () => {
  it('is for one at a time', async () => {
    const first = await own()
    expect((await ownFolder(folder)).kind).toBe('in-use')
    await first.release()
    await own()
  })

  it('is for one of many who try at the same moment', async () => {
    const taken = await Promise.all(Array.from({ length: 10 }, () => ownFolder(folder)))
    const owners = taken.filter((each) => each.kind === 'owner')
    expect(owners).toHaveLength(1)
    owner = owners[0]!.owner
  })

  it('lets nobody but its user at the socket', async () => {
    await own()
    expect((await stat(join(folder, 'saldo.sock'))).mode & 0o077).toBe(0)
  })

  it('ends with a killed process, whatever that leaves behind', async () => {
    const script = `import { ownFolder } from ${JSON.stringify(join(import.meta.dirname, '../../src/store/lowdb/folder-owner.ts'))}
      await ownFolder(${JSON.stringify(folder)}); console.log('owned'); setInterval(() => {}, 1000)`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await new Promise((resolve) => child.stdout.once('data', resolve))
    expect((await ownFolder(folder)).kind).toBe('in-use')
    const ended = new Promise((resolve) => child.once('close', resolve))
    child.kill('SIGKILL')
    await ended
    expect((await stat(join(folder, 'saldo.sock'))).isSocket()).toBe(true)
    await own()
  })
})

describe('a command for the owner', () => {
  it('runs there; its output and exit code come back', async () => {
    const serving = await own()
    serving.serve(async ({ arguments: words, workingFolder }, output) => {
      await output.stdout(`${words.join(' ')} in ${workingFolder}\n`)
      await output.stderr('a warning\n')
      return 3
    })
    const { said, output } = collector()
    expect(await callOwner(folder, request('invoices', '--json'), output)).toBe(3)
    expect(said).toEqual({ stdout: 'invoices --json in /somewhere\n', stderr: 'a warning\n' })
  })

  it('that comes before the owner is ready waits for it', async () => {
    const serving = await own()
    const call = callOwner(folder, request(), collector().output)
    setTimeout(() => serving.serve(async () => 0), 100)
    expect(await call).toBe(0)
  })

  it('may say a lot; nothing is lost', async () => {
    const serving = await own()
    serving.serve(async (_, output) => {
      for (let at = 0; at < 200; at++) await output.stdout(`${at} ${'ü'.repeat(50_000)}\n`)
      return 0
    })
    const { said, output } = collector()
    expect(await callOwner(folder, request(), output)).toBe(0)
    expect(said.stdout.split('\n').map((line) => line.split(' ')[0])).toEqual(
      [...Array(200).keys()].map(String).concat(''),
    )
  })

  it('that fails says why and exits with 1', async () => {
    const serving = await own()
    serving.serve(async () => {
      throw new Error('no such customer')
    })
    const { said, output } = collector()
    expect(await callOwner(folder, request(), output)).toBe(1)
    expect(said.stderr).toBe('no such customer\n')
  })

  it('that is no command is refused, and the owner goes on', async () => {
    const serving = await own()
    serving.serve(async () => 0)
    const answer = await new Promise<string>((resolve) => {
      const socket = createConnection(join(folder, 'saldo.sock'), () => socket.end('{"arguments":"no list"}\n'))
      let said = ''
      socket.setEncoding('utf8').on('data', (text) => {
        said += text
      })
      socket.on('end', () => resolve(said))
    })
    expect(answer).toContain('same version')
    expect(answer).toContain('{"kind":"exit","code":2}')
    expect(await callOwner(folder, request(), collector().output)).toBe(0)
  })

  it('learns that its caller has gone', async () => {
    const serving = await own()
    const gone = Promise.withResolvers<void>()
    serving.serve(async (_, output) => {
      output.signal.addEventListener('abort', () => gone.resolve())
      await gone.promise
      return 0
    })
    const socket = createConnection(join(folder, 'saldo.sock'), () => {
      socket.write(`${JSON.stringify(request())}\n`)
      setTimeout(() => socket.destroy(), 50)
    })
    await gone.promise
  })

  it('fails when the owner stops meanwhile', async () => {
    const serving = await own()
    const started = Promise.withResolvers<void>()
    serving.serve(() => {
      started.resolve()
      return new Promise(() => {})
    })
    const call = callOwner(folder, request(), collector().output)
    await started.promise
    await Promise.all([expect(call).rejects.toThrow(/stopped before the command ended/), serving.release()])
  })

  it('works in a folder whose path is longer than a socket may have', async () => {
    const short = folder
    folder = join(short, 'deep'.repeat(40))
    await mkdir(folder)
    const serving = await own()
    serving.serve(async () => 7)
    expect(await callOwner(folder, request(), collector().output)).toBe(7)
    expect((await ownFolder(folder)).kind).toBe('in-use')
    await serving.release()
    owner = undefined
    folder = short
  })
})
