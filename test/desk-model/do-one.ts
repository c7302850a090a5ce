import type { SingleAct } from './acts.ts'
import { counts } from './counts.ts'
import { doAgent } from './do-agent.ts'
import { doCustomer } from './do-customer.ts'
import type { Seen } from './word.ts'
import type { World } from './world.ts'

/** Does one act, whosoever. */
export async function doOne(world: World, act: SingleAct): Promise<Seen> {
  if ('a' in act) return doAgent(world, act)
  if ('c' in act) return doCustomer(world, act)
  const { stage } = world
  switch (act.k) {
    case 'pass':
      await stage.passTime(act.minutes)
      await stage.strike()
      break
    case 'strike':
      await stage.strike()
      break
    case 'carry':
      await stage.carry()
      break
    case 'carry-two':
      await stage.carryByTwo()
      break
    case 'restart':
    case 'reopen':
      counts[act.k === 'restart' ? 'restarts' : 'reopenings']++
      await stage.restart()
      break
    case 'crash':
      if (await stage.carryAndDie(act.dies)) {
        counts.crashes++
        world.hadMishap = true
        if (act.restart) await stage.restart()
      }
      break
    case 'mishap':
      world.hadMishap = true
      stage.mishaps.push(act.what)
      break
    case 'later-mishap':
      world.hadMishap = true
      stage.teams.laterMishaps.push(act.what)
      break
  }
  return { act, words: [] }
}
