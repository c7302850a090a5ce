import { z } from 'zod'
import type { Documents } from '../store/documents.ts'
import type { Decimal } from '../values/decimal.ts'
import type { CustomerId, PartnerId } from '../values/ids.ts'
import { type chargePageSchema, chargePages, type SupplierInvoice, supplierInvoiceKey } from './charge.ts'
import { decisiveCharges } from './decisive-charges.ts'
import { ExactSum } from './exact-sum.ts'
import { importRecordSchema, imports } from './import-record.ts'
import { pageCharges } from './page-charges.ts'
import { type ComingCharges, renewSubscriptions, type SubscriptionChange } from './renew-subscriptions.ts'
import type { CustomerCharges, TakeCharges } from './take-charges.ts'

type StoredPage = z.input<typeof chargePageSchema>

/** Supplier invoices of the same accounts that stay, and as they were those that the file replaces. */
export type AroundThem = {
  readonly others: readonly SupplierInvoice[]
  readonly replaced: readonly SupplierInvoice[]
}

/** What the unit of work that ends the import needs: each supplier invoice's total by its key, and the customers' subscriptions. */
export type StagedCharges = {
  readonly totals: ReadonlyMap<string, Decimal>
  readonly subscriptions: readonly SubscriptionChange[]
}

/** Lines a unit of work: few enough for memory, many enough to share the wait for the disk. */
const linesAUnit = 500
/** So many units share the wait for the disk. */
const unitsOnTheWay = 3

/** Writes the import's record and its pages, which count for nobody yet. */
export async function stageCharges(
  documents: Documents,
  take: TakeCharges,
  around: AroundThem,
): Promise<StagedCharges> {
  const { record } = take
  const stored = z.encode(importRecordSchema, { ...record, status: 'staged' })
  await documents.change(async (unit) => unit.put(imports, record.id, stored, 0))
  const totals = new Map<string, ExactSum>(
    take.invoices.map(({ partner, number }) => [supplierInvoiceKey(partner, number), new ExactSum()]),
  )
  const pages = new PageWriter(documents, take)
  const subscriptions = new Renewal(documents, take, around)
  for await (const batch of take.batches) {
    const partner = batch.customer.slice(0, batch.customer.indexOf('.')) as PartnerId
    const total = totals.get(supplierInvoiceKey(partner, batch.supplierInvoice))
    for (const charge of batch.charges) total?.add(charge.total)
    await pages.add(partner, batch)
    await subscriptions.add(partner, batch)
  }
  await pages.finish()
  return {
    totals: new Map([...totals].map(([key, sum]) => [key, sum.total()])),
    subscriptions: await subscriptions.finish(),
  }
}

class PageWriter {
  readonly #documents: Documents
  readonly #take: TakeCharges
  #waiting: StoredPage[] = []
  #lines = 0
  /** Units on their way to disk while the next one is made; each resolves with its fault, if it had one. */
  readonly #writing: Promise<unknown>[] = []

  constructor(documents: Documents, take: TakeCharges) {
    this.#documents = documents
    this.#take = take
  }

  async add(partner: PartnerId, { customer, supplierInvoice, charges }: CustomerCharges): Promise<void> {
    for (const [at, page] of pageCharges(charges).entries()) {
      const whose = { import: this.#take.record.id, partner, customer, supplierInvoice }
      this.#waiting.push({ ...whose, page: at + 1, charges: page })
      this.#lines += page.length
      if (this.#lines >= linesAUnit) await this.#write()
    }
  }

  async finish(): Promise<void> {
    await this.#write()
    while (this.#writing.length > 0) await this.#written()
  }

  async #write(): Promise<void> {
    const pages = this.#waiting
    this.#waiting = []
    this.#lines = 0
    if (this.#writing.length === unitsOnTheWay) await this.#written()
    const change = this.#documents.change(async (unit) => {
      for (const page of pages) unit.put(chargePages, keyOf(page), page, 0)
    })
    this.#writing.push(change.catch((fault: unknown) => fault))
  }

  async #written(): Promise<void> {
    const fault = await this.#writing.shift()
    if (fault) throw fault
  }
}

const keyOf = ({ import: id, customer, supplierInvoice, page }: StoredPage): string =>
  `${id}.${customer}.${supplierInvoice}.${page}`

/** Finds what becomes of each customer's subscriptions, one customer at a time. */
class Renewal {
  readonly #documents: Documents
  readonly #take: TakeCharges
  readonly #around: AroundThem
  readonly #changes: SubscriptionChange[] = []
  /** Customers of what is replaced that have not come (again) yet. */
  readonly #missing: Set<CustomerId>
  #customer: CustomerId | undefined
  #coming: ComingCharges[] = []

  constructor(documents: Documents, take: TakeCharges, around: AroundThem) {
    this.#documents = documents
    this.#take = take
    this.#around = around
    this.#missing = new Set(around.replaced.flatMap(({ customers }) => customers))
  }

  async add(partner: PartnerId, { customer, supplierInvoice, charges }: CustomerCharges): Promise<void> {
    if (customer !== this.#customer) await this.#renew()
    this.#customer = customer
    const invoice = this.#take.invoices.find((each) => each.number === supplierInvoice && each.partner === partner)
    if (invoice) this.#coming.push({ invoice, decisive: decisiveCharges(charges) })
  }

  async finish(): Promise<readonly SubscriptionChange[]> {
    await this.#renew()
    for (const customer of this.#missing) {
      this.#customer = customer
      await this.#renew()
    }
    return this.#changes
  }

  async #renew(): Promise<void> {
    const customer = this.#customer
    if (!customer) return
    const ofPartner = (invoice: SupplierInvoice) => customer.startsWith(`${invoice.partner}.`)
    const others = this.#around.others.filter(ofPartner)
    const replaced = new Set<string>(this.#around.replaced.map((invoice) => invoice.import))
    const renew = { customer, import: this.#take.record.id, coming: this.#coming, others, replaced }
    this.#changes.push(...(await renewSubscriptions(this.#documents, renew)))
    this.#missing.delete(customer)
    this.#coming = []
  }
}
