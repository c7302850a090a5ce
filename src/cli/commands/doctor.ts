import { examineData } from '../examine-data.ts'
import { examineHelpdesk } from '../examine-helpdesk.ts'
import { examinePolicy } from '../examine-policy.ts'
import type { ExitCode, Finding, Outside } from '../outside.ts'

const marks: Readonly<Record<Finding['verdict'], string>> = { good: 'ok    ', should: 'advice', must: 'MEND  ' }

/** `saldo doctor`: looks at everything and says what to do; 1 when something must be mended before Saldo works. */
export function doctor(outside: Outside, { json }: { readonly json: boolean }): Promise<ExitCode> {
  return examined(outside, async (findings) => {
    for (const finding of findings) {
      const text = `${marks[finding.verdict]}  ${finding.about}: ${finding.says}`
      await outside.terminal.out(`${json ? JSON.stringify(finding) : text}\n`)
    }
    return findings.some(({ verdict }) => verdict === 'must') ? 1 : 0
  })
}

/** The data can be looked at only where the store opens; that it does not open is a finding, not the end of the examination. */
async function examined(
  outside: Outside,
  report: (findings: readonly Finding[]) => Promise<ExitCode>,
): Promise<ExitCode> {
  const opened = { is: false }
  try {
    return await outside.withDesk(async (desk) => {
      opened.is = true
      const data = [...(await examineData(desk)), ...(await examineHelpdesk(desk)), ...(await examinePolicy(desk))]
      return report([...(await outside.examine()), ...data])
    })
  } catch (error) {
    if (opened.is) throw error
    const says = error instanceof Error ? error.message : String(error)
    const findings = await outside.examine()
    // A configuration that cannot be used keeps the store closed as well: each of its faults is a finding already.
    const known = findings.some((finding) => finding.verdict === 'must' && says.includes(finding.says))
    return report(known ? findings : [...findings, { about: 'store', verdict: 'must', says }])
  }
}
