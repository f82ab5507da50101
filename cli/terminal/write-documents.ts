import { SCHEMA_VERSION } from '../../lib/contract';
import type { CliIo } from './process-io';

/** What a command has to show. */
export interface Showing<T> {
  /** One a Region that could be read. */
  readonly documents: readonly T[];
  /** Whether several Regions were asked for; the JSON then has the shape for several, however many answered. */
  readonly isMany: boolean;
  readonly isJson: boolean;
}

/** Writes the documents to standard output: one JSON document, or tables one after the other. */
export function writeDocuments<T>(
  { documents, isMany, isJson }: Showing<T>,
  render: (document: T) => string,
  io: CliIo,
): void {
  if (documents.length === 0) return;
  if (!isJson) {
    io.writeOut(documents.map(render).join('\n'));
    return;
  }
  const document = isMany ? { schemaVersion: SCHEMA_VERSION, regions: documents } : documents[0];
  io.writeOut(`${JSON.stringify(document, null, 2)}\n`);
}
