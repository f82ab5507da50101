import type { QuotaBook } from '../quotas/book';
import type { QuotaTableRow } from '../quotas/table';
import { ServiceError } from '../wire/service-error';

/** A request to raise a quota, as it was made. */
export interface IncreaseRequest {
  readonly id: string;
  readonly row: QuotaTableRow;
  readonly desiredValue: number;
  readonly isCaseAllowed: boolean;
  readonly created: Date;
}

/** AWS takes no more open requests of an account. */
const OPEN_REQUESTS = 20;

/** The requests of an account to raise its quotas. */
export class IncreaseRequests {
  readonly #requests: IncreaseRequest[] = [];
  readonly #book: QuotaBook;
  /** By id: when a request was first seen to be closed. */
  readonly #closed = new Map<string, Date>();

  constructor(book: QuotaBook) {
    this.#book = book;
  }

  /** Oldest first. */
  all(): readonly IncreaseRequest[] {
    return this.#requests;
  }

  /** A request ends when the applied value reaches it, which is the only sign AWS gives of a grant. */
  statusOf({ row, desiredValue, isCaseAllowed }: IncreaseRequest): string {
    if (!isCaseAllowed) return 'NOT_APPROVED';
    return (this.#book.appliedValueOf(row.quotaCode) ?? 0) >= desiredValue ? 'CASE_CLOSED' : 'CASE_OPENED';
  }

  /** When the status changed last, as far as anybody looked. */
  updatedAt(request: IncreaseRequest, now: Date): Date {
    if (this.statusOf(request) === 'CASE_OPENED') return request.created;
    const known = this.#closed.get(request.id) ?? now;
    this.#closed.set(request.id, known);
    return known;
  }

  /** Takes a request. @throws ServiceError when AWS would refuse it. */
  add(asked: Omit<IncreaseRequest, 'id'>): IncreaseRequest {
    checkValue(asked);
    this.#checkOthers(asked);
    const request = { ...asked, id: `request-${this.#requests.length + 1}` };
    this.#requests.push(request);
    return request;
  }

  #checkOthers({ row }: Pick<IncreaseRequest, 'row'>): void {
    const open = this.#requests.filter((request) => this.statusOf(request) === 'CASE_OPENED');
    if (open.some((request) => request.row.quotaCode === row.quotaCode)) {
      throw new ServiceError(
        'ResourceAlreadyExistsException',
        'Only one open service quota increase request is allowed per quota.',
      );
    }
    if (open.length >= OPEN_REQUESTS)
      throw new ServiceError('QuotaExceededException', 'You have exceeded the open requests of the account.');
  }
}

function checkValue({ row, desiredValue }: Pick<IncreaseRequest, 'row' | 'desiredValue'>): void {
  if (!row.adjustable) throw new ServiceError('IllegalArgumentException', 'The quota is not adjustable.');
  for (const [name, value] of [
    ['default', row.defaultValue ?? 0],
    ['current', row.appliedValue],
  ] as const) {
    if (desiredValue > value) continue;
    throw new ServiceError(
      'IllegalArgumentException',
      `You must provide a quota value greater than the ${name} quota value of ${value.toFixed(1)}.`,
    );
  }
}
