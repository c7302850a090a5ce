/** What a person wrote, in the order of writing. Each text begins with `token`, which is nowhere else. */
export type Written = {
  readonly token: string
  readonly side: 'customer' | 'staff'
  readonly by: string
  readonly conversation: string
  /** The ids of the deliveries that carried it: a click that got no answer is clicked again. */
  readonly deliveries: readonly string[]
}

export type Counts = { claims: number; relays: number; closings: number }
