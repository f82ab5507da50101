/** A document as it was written: a text, and the mark of who wrote it last. */
export interface StoredText {
  /** Another one with each write. */
  readonly version: string;
  /** At most some kilobytes, in no language. */
  readonly text: string;
}

/** A text that is to take the place of the one that was read. */
export interface TextToWrite extends StoredText {
  /** Of the pool. */
  readonly key: string;
  /** The version that was read, and must still be there; `null`: there was none, and there must still be none. */
  readonly before: string | null;
  /** Seconds since 1970 from which on the text says nothing any more and may be deleted. */
  readonly expiresAt: number;
}

/**
 * Where processes tell one another what they take of their quotas: one short text a pool, which is replaced only by who has
 * read it. Anything that can compare and swap will do. Both reject where the store cannot answer; that is seen to outside,
 * and so are the time a call may take and who comes first. A write that is made twice does no harm.
 */
export interface QuotaStore {
  /** The text as it was last written, never an older one; `null`: there is none. */
  read(key: string, signal: AbortSignal): Promise<StoredText | null>;
  /** Replaces the text that was read. @returns whether it was written: `false` says that the version is another by now. */
  write(text: TextToWrite, signal: AbortSignal): Promise<boolean>;
}
