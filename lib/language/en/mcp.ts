/** English for `mcp`. What its tools say of themselves is read by programs and English in every language. */
export const EN_MCP = {
  waiting:
    'waits for a client of the Model Context Protocol on standard input; docs/mcp.md says how to add it to an editor; end with Ctrl+D',
  noFiles: 'a tool reads neither standard input nor files, other than those named on the command line of mcp',
  noAnswer: (exitCode: string) => `no answer, exit code ${exitCode}`,
};
