/** One thing wrong with one field, as the API names it. */
export interface FieldError {
  pointer: string
  value?: string
  rule: string
  message: string
}

/** RFC 9457 body of every refusal of the API. */
interface ProblemBody {
  type?: string
  title?: string
  detail?: string
  requestId?: string
  errors?: FieldError[]
  /** What the second step of a login is sent with. */
  challenge?: string
}

/** Why a request got no answer; status 0 when no server was reached. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    readonly title: string,
    readonly detail: string,
    readonly errors: FieldError[] = [],
    readonly retryAfterSeconds?: number,
    readonly requestId?: string,
    readonly challenge?: string,
  ) {
    super(title)
    this.name = 'Problem'
  }

  static of(body: unknown, response: Response): Problem {
    const problem: ProblemBody = typeof body === 'object' && body !== null ? body : {}
    const wait = Number(response.headers.get('retry-after') ?? NaN)
    return new Problem(
      response.status,
      problem.type ?? 'about:blank',
      problem.title ?? '',
      problem.detail ?? '',
      problem.errors ?? [],
      Number.isFinite(wait) ? wait : undefined,
      problem.requestId,
      problem.challenge,
    )
  }

  static unreachable(): Problem {
    return new Problem(0, 'about:blank', '', '')
  }

  /** The last part of the type: the stable name a program may look at. */
  get code(): string {
    return this.type.split('/').pop() ?? ''
  }
}

/** The messages for one field: a JSON pointer (`/gtin`) or a parameter name (`gtin`) names it. */
export function errorsAt(problem: Problem | undefined, field: string): FieldError[] {
  const wanted = field.replace(/^\//, '')
  return (problem?.errors ?? []).filter((error) => error.pointer.replace(/^\//, '') === wanted)
}
