export const severities = ['A', 'B', 'C'] as const
export type Severity = (typeof severities)[number]

/** What each level says to Microsoft (Partner Center docs, support-hours; azure.microsoft.com, support plans). */
export const severityMeaning: Readonly<Record<Severity, string>> = {
  A: 'critical: work stands still or data are at risk; the partner can be reached at any hour, or Microsoft lowers it to B',
  B: 'moderate: work goes on, but is hindered for several people',
  C: 'minimal: little is hindered, or it is a question',
}
