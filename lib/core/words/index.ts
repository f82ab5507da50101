/** What a language must be able to say: types of texts, no sentence. `lib/language` fulfils them. */
export type { AnswerWords, Words } from './words';
