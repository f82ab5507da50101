import type { SettingsWords } from '../core/words/settings';
import type { UnmappedWords } from '../core/words/unmapped';
import type { AnswerWords } from '../core/words/words';
import { EN } from './en';
import { EN_CLI } from './en/cli';
import { EN_COMPLAINTS } from './en/complaints';
import { EN_DEMO } from './en/demo';
import { EN_DOCTOR } from './en/doctor';
import { EN_EXPLAIN } from './en/explain';
import { EN_HEADROOM } from './en/headroom';
import { EN_HELP } from './en/help';
import { EN_MCP } from './en/mcp';
import { EN_PLAN } from './en/plan';
import { EN_RECENT } from './en/recent';
import { EN_REPLAY } from './en/replay';
import { EN_REQUEST } from './en/request';
import { EN_REQUESTS } from './en/requests';
import { EN_SETTINGS } from './en/settings';
import { EN_TEST_ALERT } from './en/test-alert';
import { EN_THROUGHPUT } from './en/throughput';
import { EN_TICKET } from './en/ticket';
import { EN_UNMAPPED } from './en/unmapped';
import { EN_USAGE } from './en/usage';
import { EN_WATCH } from './en/watch';
import type { Language } from './language';
import type { LanguageWords } from './language-words';
import { PT_BR } from './pt-br';
import { PT_BR_CLI } from './pt-br/cli';
import { PT_BR_COMPLAINTS } from './pt-br/complaints';
import { PT_BR_DEMO } from './pt-br/demo';
import { PT_BR_DOCTOR } from './pt-br/doctor';
import { PT_BR_EXPLAIN } from './pt-br/explain';
import { PT_BR_HEADROOM } from './pt-br/headroom';
import { PT_BR_HELP } from './pt-br/help';
import { PT_BR_MCP } from './pt-br/mcp';
import { PT_BR_PLAN } from './pt-br/plan';
import { PT_BR_RECENT } from './pt-br/recent';
import { PT_BR_REPLAY } from './pt-br/replay';
import { PT_BR_REQUEST } from './pt-br/request';
import { PT_BR_REQUESTS } from './pt-br/requests';
import { PT_BR_SETTINGS } from './pt-br/settings';
import { PT_BR_TEST_ALERT } from './pt-br/test-alert';
import { PT_BR_THROUGHPUT } from './pt-br/throughput';
import { PT_BR_TICKET } from './pt-br/ticket';
import { PT_BR_UNMAPPED } from './pt-br/unmapped';
import { PT_BR_USAGE } from './pt-br/usage';
import { PT_BR_WATCH } from './pt-br/watch';

/** All that people read at the command line, in one language. */
export interface CommandWords extends LanguageWords, AnswerWords {
  /** Of tables, and of more than one command. */
  readonly cli: typeof EN_CLI;
  /** What is wrong with a call or a reading. */
  readonly complaints: typeof EN_COMPLAINTS;
  /** Of `demo`. */
  readonly demo: typeof EN_DEMO;
  /** Of `doctor`. */
  readonly doctor: typeof EN_DOCTOR;
  /** Of `headroom`. */
  readonly headroom: typeof EN_HEADROOM;
  /** Of `--help`. */
  readonly help: typeof EN_HELP;
  /** Of `mcp`. */
  readonly mcp: typeof EN_MCP;
  /** Of `plan` and `pace`. */
  readonly plan: typeof EN_PLAN;
  /** Of `explain --recent`. */
  readonly recent: typeof EN_RECENT;
  /** Of `check --replay`. */
  readonly replay: typeof EN_REPLAY;
  /** Of `request`. */
  readonly request: typeof EN_REQUEST;
  /** Of `requests`. */
  readonly requests: typeof EN_REQUESTS;
  /** What is wrong with a file of settings. */
  readonly settings: SettingsWords;
  /** Of `test-alert`. */
  readonly testAlert: typeof EN_TEST_ALERT;
  /** Of `ticket`. */
  readonly ticket: typeof EN_TICKET;
  /** Of `throughput`. */
  readonly throughput: typeof EN_THROUGHPUT;
  /** Why a quota has no model. */
  readonly unmappedQuotas: UnmappedWords;
  /** Of `usage`. */
  readonly usage: typeof EN_USAGE;
  /** Of `check --watch`. */
  readonly watch: typeof EN_WATCH;
}

/** English, with what only the command line says: no Lambda carries it. */
export const EN_COMMANDS: CommandWords = {
  ...EN,
  cli: EN_CLI,
  complaints: EN_COMPLAINTS,
  explain: EN_EXPLAIN,
  demo: EN_DEMO,
  doctor: EN_DOCTOR,
  headroom: EN_HEADROOM,
  help: EN_HELP,
  mcp: EN_MCP,
  plan: EN_PLAN,
  recent: EN_RECENT,
  replay: EN_REPLAY,
  request: EN_REQUEST,
  requests: EN_REQUESTS,
  settings: EN_SETTINGS,
  testAlert: EN_TEST_ALERT,
  ticket: EN_TICKET,
  throughput: EN_THROUGHPUT,
  unmappedQuotas: EN_UNMAPPED,
  usage: EN_USAGE,
  watch: EN_WATCH,
};

/** Brazilian Portuguese, with what only the command line says. */
export const PT_BR_COMMANDS: CommandWords = {
  ...PT_BR,
  cli: PT_BR_CLI,
  complaints: PT_BR_COMPLAINTS,
  explain: PT_BR_EXPLAIN,
  demo: PT_BR_DEMO,
  doctor: PT_BR_DOCTOR,
  headroom: PT_BR_HEADROOM,
  help: PT_BR_HELP,
  mcp: PT_BR_MCP,
  plan: PT_BR_PLAN,
  recent: PT_BR_RECENT,
  replay: PT_BR_REPLAY,
  request: PT_BR_REQUEST,
  requests: PT_BR_REQUESTS,
  settings: PT_BR_SETTINGS,
  testAlert: PT_BR_TEST_ALERT,
  ticket: PT_BR_TICKET,
  throughput: PT_BR_THROUGHPUT,
  unmappedQuotas: PT_BR_UNMAPPED,
  usage: PT_BR_USAGE,
  watch: PT_BR_WATCH,
};

const WORDS: Readonly<Record<Language, CommandWords>> = { en: EN_COMMANDS, 'pt-BR': PT_BR_COMMANDS };

/** The catalogue of a language, the words of the command line included. */
export function commandWordsOf(language: Language): CommandWords {
  return WORDS[language];
}
