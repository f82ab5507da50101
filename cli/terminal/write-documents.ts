import { SCHEMA_VERSION } from '../../lib/contract';
import { writePaged } from './pager';
import type { CliIo } from './process-io';

/** What a command has to show. */
export interface Showing<T> {
  /** One a Region that could be read. */
  readonly documents: readonly T[];
  /** Whether several Regions were asked for; the JSON then has the shape for several, however many answered. */
  readonly isMany: boolean;
  readonly isJson: boolean;
}

/** Writes one JSON document to standard output. */
export function writeJson(document: unknown, io: CliIo): void {
  writePaged(`${JSON.stringify(document, null, 2)}\n`, io);
}

/** Writes the documents to standard output, paged where they are long: one JSON document, or tables one after the other. */
export function writeDocuments<T>(
  { documents, isMany, isJson }: Showing<T>,
  render: (document: T) => string,
  io: CliIo,
): void {
  if (documents.length === 0) return;
  if (!isJson) {
    writePaged(documents.map(render).join('\n'), io);
    return;
  }
  const document = isMany ? { schemaVersion: SCHEMA_VERSION, regions: documents } : documents[0];
  writeJson(document, io);
}
