import type { EN_MCP } from '../en/mcp';

/** Brazilian Portuguese for `mcp`. */
export const PT_BR_MCP: typeof EN_MCP = {
  waiting:
    'esperando um cliente do Model Context Protocol na entrada padrão; docs/mcp.md diz como adicioná-lo a um editor; encerre com Ctrl+D',
  noFiles: 'uma ferramenta não lê a entrada padrão nem arquivos, além dos informados na linha de comando de mcp',
  noAnswer: (exitCode) => `sem resposta, código de saída ${exitCode}`,
};
