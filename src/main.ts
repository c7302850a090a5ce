#!/usr/bin/env node
import { enableCompileCache } from 'node:module'

// Start here. Every way in is a command of `saldo`: `start` is the service, and what each one needs is wired in surroundings.ts.
// Compiled code is kept between runs, which saves a command a third of its time; so nothing else is imported before this line.
enableCompileCache()
const [{ default: packageFile }, { runCommand }, { readConfig }, { processTerminal }, { outsideOf }] =
  await Promise.all([
    import('../package.json', { with: { type: 'json' } }),
    import('./cli/run-command.ts'),
    import('./config.ts'),
    import('./process-terminal.ts'),
    import('./surroundings.ts'),
  ])

const args = process.argv.slice(2)
const reading = readConfig(process.env)
const surroundings = { reading, args, version: packageFile.version, terminal: processTerminal() }
process.exitCode = await runCommand(args, outsideOf(surroundings))
