import { type Language, problems } from '@kohorte/contracts';
import { Chance, Problem } from '@kohorte/platform';
import { isGuessable } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

/** Argon2id as OWASP asks: 19 MiB, two passes, one lane (Password Storage Cheat Sheet); the id variant is the default. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 };

/** What a password must not be made of. */
export interface PasswordOwner {
  givenName: string;
  familyName: string;
  email: string;
}

/** Hashes passwords, compares them, and refuses those that are easy to guess. */
@Injectable()
export class Passwords {
  private readonly nobodys: Promise<string>;

  constructor(chance: Chance) {
    this.nobodys = this.hash(chance.secret());
    // It is awaited by the first attempt; a failure is that attempt's, not the process'.
    this.nobodys.catch(() => {});
  }

  /** The hash to be stored; another one each time. */
  hash(password: string): Promise<string> {
    return hash(alike(password), cost);
  }

  /** Whether this is the password of that hash. Without a hash it takes just as long, and is not. */
  async isRight(password: string, stored: string | null): Promise<boolean> {
    const isEqual = await verify(stored ?? (await this.nobodys), alike(password));
    return isEqual && stored !== null;
  }

  /** @throws {Problem} `weak-password`, with `field` named */
  refuseGuessable(password: string, owner: PasswordOwner, field: string, language: Language): void {
    if (!isGuessable(password, [owner.givenName, owner.familyName, owner.email])) return;
    const detail = problems['weak-password'][language];
    throw new Problem('weak-password', { errors: [{ field, code: 'weak-password', detail }] });
  }
}

/** Keyboards write "é" in more than one way; a password is the same on all of them. */
function alike(password: string): string {
  return password.normalize('NFKC');
}
