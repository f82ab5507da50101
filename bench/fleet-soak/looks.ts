/** Which minutes of which target were undisturbed, as a soak goes on. */
export class Looks {
  private readonly bad = new Map<string, Set<number>>();
  /** Targets whose last look was disturbed, or did not come: until the next one nothing of them is certain. */
  private readonly unseen = new Set<string>();
  private readonly seenAt = new Map<string, number>();
  looks = 0;

  constructor(private readonly keys: readonly string[]) {
    for (const key of keys) this.bad.set(key, new Set());
  }

  /** Something may have kept every target from being looked at. */
  lose(): void {
    for (const key of this.keys) this.unseen.add(key);
  }

  /** A worker had a message. @param minute of the message: one that comes after a later one is no look. */
  note(key: string, minute: number, isUndisturbed: boolean): void {
    if (minute <= (this.seenAt.get(key) ?? -1)) return;
    this.looks++;
    if (!isUndisturbed) this.unseen.add(key);
    else {
      this.unseen.delete(key);
      this.seenAt.set(key, minute);
    }
  }

  /** Ends a minute. @param isUndisturbed whether the dispatcher was, and workers were there. */
  end(minute: number, isUndisturbed: boolean): void {
    for (const [key, bad] of this.bad) if (!isUndisturbed || this.unseen.has(key)) bad.add(minute);
  }

  /** Whether nothing kept a target from being looked at and told in a minute. */
  isGood(key: string): (minute: number) => boolean {
    return (minute) => this.bad.get(key)?.has(minute) !== true;
  }

  /** Disturbed minutes of all targets. */
  get disturbed(): number {
    return [...this.bad.values()].reduce((sum, { size }) => sum + size, 0);
  }
}
