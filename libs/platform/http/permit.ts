import { type Actor, may, type SentenceName, type Standing } from '@kohorte/rules';
import { Problem } from '../problem.js';

/**
 * Asks an access sentence once it is known how the actor stands to the thing.
 * @throws {Problem} `not-allowed`
 */
export function permit(sentence: SentenceName, actor: Actor, standing: Standing): void {
  if (!may(sentence, actor, standing)) throw new Problem('not-allowed');
}
