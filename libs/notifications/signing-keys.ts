import { Database } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** The secret that links in mails are signed with: made by the migration, read once by each process. */
@Injectable()
export class SigningKeys {
  private secret: Promise<Buffer> | null = null;

  constructor(private readonly database: Database) {}

  async mailLinks(): Promise<Buffer> {
    this.secret ??= this.read();
    return this.secret.catch((error: unknown) => {
      this.secret = null;
      throw error;
    });
  }

  private async read(): Promise<Buffer> {
    const row = await this.database.one<{ secret: Buffer }>(`select secret from signing_key where name = 'mail-links'`);
    if (!row) throw new Error('There is no key for links in mails.');
    return row.secret;
  }
}
