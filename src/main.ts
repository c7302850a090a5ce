#!/usr/bin/env node
import packageFile from '../package.json' with { type: 'json' }
import { runCommand } from './cli/run-command.ts'
import { readConfig } from './config.ts'
import { processTerminal } from './process-terminal.ts'
import { outsideOf } from './surroundings.ts'

// Start here. Every way in is a command of `saldo`: `start` is the service, and what each one needs is wired in surroundings.ts.
const args = process.argv.slice(2)
const surroundings = {
  reading: readConfig(process.env),
  args,
  version: packageFile.version,
  terminal: processTerminal(),
}
process.exitCode = await runCommand(args, outsideOf(surroundings))
