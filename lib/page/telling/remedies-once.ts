import type { DescribedFinding, Remedy } from '../../core/vocabulary/finding';

/** A part of the page in the order it is read: its heading, and the findings that it shows. */
export interface ReadSection {
  readonly title: string;
  readonly described: readonly DescribedFinding[];
}

/** What to do about a finding, as far as it was not told before. */
export interface ToldRemedies {
  readonly remedies: readonly Remedy[];
  /** Headings of the sections above that tell the others. */
  readonly above: readonly string[];
}

/** What to do about each finding, by its id. */
export type RemediesOnce = ReadonlyMap<string, ToldRemedies>;

const keyOf = ({ title, command }: Remedy) => `${title}\n${command ?? ''}`;

/** Each remedy where it is read first. A command that was told before under another title is told by its title alone. */
export function tellRemediesOnce(sections: readonly ReadSection[]): RemediesOnce {
  const toldIn = new Map<string, string>();
  const commandIn = new Map<string, string>();
  const told = new Map<string, ToldRemedies>();
  for (const { title: section, described } of sections) {
    for (const { finding, context } of described) {
      const remedies: Remedy[] = [];
      const above = new Set<string>();
      for (const remedy of context.remedies ?? finding.remedies) {
        const { title, command } = remedy;
        const before = toldIn.get(keyOf(remedy));
        const commandBefore = command === null ? undefined : commandIn.get(command);
        if (before === undefined) remedies.push(commandBefore === undefined ? remedy : { title, command: null });
        const where = before ?? commandBefore;
        if (where !== undefined) above.add(where);
        if (before === undefined) toldIn.set(keyOf(remedy), section);
        if (command !== null && commandBefore === undefined) commandIn.set(command, section);
      }
      told.set(finding.id, { remedies, above: [...above] });
    }
  }
  return told;
}
