import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { columns } from '../../../src/partner-center/columns.ts'

const chunkLines = 500
const hex = (value: number) => value.toString(16).padStart(12, '0')

/** A file of one supplier invoice: seats with changes in mid-cycle and Azure meters, customers in no order, as Microsoft writes them. */
export async function writeLines(path: string, lines: number, customers: number): Promise<void> {
  function* text() {
    yield `${columns.join(',')}\r\n`
    for (let from = 0; from < lines; from += chunkLines) {
      let chunk = ''
      for (let at = from; at < Math.min(from + chunkLines, lines); at++) chunk += lineAt(at, customers)
      yield chunk
    }
  }
  await pipeline(Readable.from(text()), createWriteStream(path))
}

function lineAt(at: number, customers: number): string {
  const customer = (at * 7919) % customers
  const nth = Math.floor(at / customers)
  // Nearly all lines of a file this large are Azure meters. Of a hundred, one is a seat cycle that is changed, which takes two more
  // lines, and one is a seat cycle that is not.
  const kind = nth % 100
  const subscription = Math.floor(nth / 100) % 16
  if (kind < 96) return azureLine(customer, nth)
  if (kind === 96) return seatLine(customer, subscription, nth, 'cycleCharge', '10/1/2026', '16.48', '164.8')
  if (kind === 99) return seatLine(customer, subscription + 16, nth, 'cycleCharge', '10/1/2026', '16.48', '164.8')
  const [price, total] = kind === 97 ? ['-11.164516129032258064', '-111.64'] : ['11.164516129032258064', '133.97']
  return seatLine(customer, subscription, nth - kind, 'addQuantity', '10/11/2026', price, total)
}

const whose = (customer: number) =>
  `48df2ae0-8c96-4f2c-97f4-3d2f9763b524,6fa459ea-ee8a-4ca4-894e-${hex(customer)},"Customer ${customer}, Lda",customer${customer}.example,PT,G033703745,6160417,0`

function seatLine(
  customer: number,
  subscription: number,
  nth: number,
  type: string,
  day: string,
  price: string,
  total: string,
): string {
  const id = hex(customer * 64 + subscription)
  const quantity = total === '133.97' ? 12 : 10
  return `${whose(customer)},4TH8J61FU060,${day},CFQ7TTC0LCHC,0002,CFQ7TTC0K971,Microsoft 365 Business Premium,Microsoft 365 Business Premium,${type},16.48,${quantity},${total},0,${total},EUR,,Microsoft Corporation,,Microsoft 365 Business Premium,e1404092-bfa7-42e8-ac66-${id},${day},10/31/2026,One-Year commitment for monthly/yearly billing,${price},,,${quantity},Monthly,EUR,1,${day},,,,3/1/2026,2/28/2027,"{""id"":""ddb64857-5fe6-4f46-${hex(nth).slice(-4)}-${id}"",""v"":""2.0""}",,,OnlineServicesNCE\r\n`
}

function azureLine(customer: number, nth: number): string {
  const id = hex(customer * 64 + 63)
  return `${whose(customer)},437HNPCMDL7J,10/1/2026,DZH318Z0BPS6,0001,DZH318Z0DNXB,Azure plan,Azure plan,new,0.115,744.1,67.01,15.41,82.42,EUR,"[""15.0% Partner earned credit for services managed""]",Microsoft Corporation,,Azure plan,6f56eabb-0065-4821-b8c2-${id},10/1/2026,10/31/2026,,0.097742238946378175,1 Hour,,744.1,,USD,0.9213,9/29/2026,Virtual Machines - D2s v5 - meter ${nth},,,,,"{""id"":""a44373da-df7c-4910-${hex(nth).slice(-4)}-${id}"",""v"":""2.0""}",,,Azure\r\n`
}
