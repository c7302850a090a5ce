import type { Period } from '../../values/period.ts'

/** What the sample's folder tells whoever opens it. */
export const sampleReadme = (months: readonly Period[]): string => `# A sample partner: Nortada Cloud

Every name, number and bank detail in this folder is made up; mail addresses are on domains reserved for examples.
The files are in the formats that \`saldo import\` takes from a real partner: \`saldo import .\` takes them all.

| file | what it is |
|---|---|
| customers.csv | who the partner sells to, on which terms |
| people.csv | the partner's staff and the customers' people, with their roles |
| price-book.yaml | what customers pay: margins, fixed prices, prices of one customer |
| offering.yaml | support hours, contact, price, promises and how to pay, as customers are told; two customers have a plan of their own |
| holidays-*.ics | the holidays on which nobody answers, as iCalendar files that offering.yaml and policy.yaml name |
| helpdesk.yaml | how the helpdesk works and which support of Microsoft the partner holds; no customer sees it |
| policy.yaml | how the partner collects: who is reminded when, promises, suspension; an older version and the one that holds, for each account. It sets no \`paymentDataDays\`, because the sample's payments end with the day it was made for |
| reconciliation-*.csv, .csv.gz | what Microsoft billed the partner: a file for each Partner Center account and month |
| usage-*.csv | the daily Azure usage of one customer, Vale do Mondego Vinhos, of the last three months: by day, Azure subscription and resource group |
| payments.csv | what customers paid: on time, late, in part, not at all, and once without naming the bill |

Months: ${months[0]?.from.slice(0, 7)} to ${months.at(-1)?.from.slice(0, 7)}. Two Partner Center accounts: Portugal (EUR; customers in Portugal, Spain, Ireland and the
United Kingdom) and Brazil (BRL). Payments name bills that are made from the reconciliation files, so bills are issued before payments come in.

A line of payments.csv is a payment: whose it is (\`partner_tenant\`, \`customer_tenant\`), \`received_on\` (YYYY-MM-DD), \`amount\` (1234.50) and \`currency\`,
\`reference\` as the customer wrote it, and \`method\`. It pays the bill whose number the reference holds, alone or among other words; without one, the only
open bill of exactly its amount. What matches nothing is kept as the customer's credit and listed by \`saldo payments --unmatched\`; \`saldo payments assign\`
matches it by hand.
`
