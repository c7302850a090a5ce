/** Teams' error codes: who runs into one of these may try again (T build-conversational-capability). 500 is not among them. */
const retriedStatus = [412, 429, 502, 503, 504]

/** The channel did not take an activity. */
export class SendFailed extends Error {
  override name = 'SendFailed'
  /** Its HTTP status; `none` when there was no answer. */
  readonly status: number | 'none'
  /** Whether it may be sent again now. Without an answer it may have arrived, and Teams knows no key that would tell. */
  readonly retriable: boolean
  /** Milliseconds that the channel asks to wait. */
  readonly retryAfter?: number

  private constructor(status: number | 'none', retriable: boolean, options: { cause?: unknown; retryAfter?: number }) {
    super(`the channel answered ${status}`, { cause: options.cause })
    this.status = status
    this.retriable = retriable
    this.retryAfter = options.retryAfter
  }

  static with(status: number, retryAfter: string | undefined): SendFailed {
    const seconds = Number(retryAfter)
    return new SendFailed(status, retriedStatus.includes(status), {
      retryAfter: seconds > 0 ? seconds * 1000 : undefined,
    })
  }

  /** Without an answer. Whoever cannot be reached within the time of a whole answer is not tried again now, though nothing arrived. */
  static without(cause: unknown, { mayHaveArrived }: { mayHaveArrived: boolean }): SendFailed {
    const tooSlow = cause instanceof Error && 'code' in cause && cause.code === 'ETIMEDOUT'
    return new SendFailed('none', !mayHaveArrived && !tooSlow, { cause })
  }

  /** Sending it again can never help: the person blocked the bot or uninstalled it, or the activity is not acceptable. */
  get permanent(): boolean {
    return (
      typeof this.status === 'number' &&
      this.status >= 400 &&
      this.status < 500 &&
      ![408, 412, 429].includes(this.status)
    )
  }
}
