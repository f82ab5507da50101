/** The blocks of code in a page that are marked with a language, in their order. */
export function codeBlocks(page: string, language: string): string[] {
  return [...page.matchAll(/^```(\S+)\n(.*?)^```$/gms)].flatMap(([, marked, code = '']) =>
    marked === language ? [code] : [],
  );
}
