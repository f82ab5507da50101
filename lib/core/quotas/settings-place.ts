import type { SettingsWords } from '../words/settings';

/** Where the settings of a person stand, and how what is wrong with them is told. */
export interface SettingsPlace {
  /** What complaints begin with: `context modelOverrides`. */
  readonly place: string;
  /** @default - English */
  readonly words?: SettingsWords;
}
