import { SMTPServer } from 'smtp-server';

/** A mail as a server got it. */
export interface CaughtMail {
  to: string;
  /** By small names, unfolded and decoded. */
  headers: Record<string, string>;
  subject: string;
  text: string;
  html: string;
  raw: string;
}

/** A mail server that keeps what it gets; it may be made to refuse. */
export class MailCatcher {
  readonly caught: CaughtMail[] = [];
  isDown = false;
  /** Called when a mail has come, before it is taken. */
  onMail: (mail: CaughtMail) => void = () => undefined;

  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onMailFrom: (_address, _session, done) =>
      done(this.isDown ? Object.assign(new Error('come back later'), { responseCode: 451 }) : null),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const mail = parsed(Buffer.concat(chunks).toString('latin1'), session.envelope.rcptTo[0]!.address);
        this.onMail(mail);
        this.caught.push(mail);
        done();
      });
    },
  });

  static async listen(): Promise<MailCatcher> {
    const catcher = new MailCatcher();
    await new Promise<void>((done) => catcher.server.listen(0, '127.0.0.1', done));
    return catcher;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as { port: number }).port}`;
  }

  to(person: { email: string }): CaughtMail[] {
    return this.caught.filter(({ to }) => to === person.email);
  }

  async close(): Promise<void> {
    await new Promise<void>((done) => this.server.close(() => done()));
  }
}

/** Reads a message by the rules (RFC 5322, 2045 to 2047), and fails where it breaks them. */
function parsed(raw: string, to: string): CaughtMail {
  if (/(?<!\r)\n/.test(raw)) throw new Error('A line ends without a carriage return.');
  const tooLong = raw.split('\r\n').find((line) => line.length > 998);
  if (tooLong) throw new Error(`A line is longer than 998 octets: ${tooLong.slice(0, 80)}…`);
  const parts = leaves(raw);
  const { headers } = entity(raw);
  for (const name of ['from', 'to', 'subject', 'date', 'message-id', 'mime-version'])
    if (!headers[name]) throw new Error(`The header ${name} is missing.`);
  const body = (type: string): string => parts.find((part) => part.type === type)?.body ?? '';
  return { to, headers, subject: headers['subject']!, text: body('text/plain'), html: body('text/html'), raw };
}

function entity(text: string): { headers: Record<string, string>; body: string } {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) throw new Error('A part has no end of its headers.');
  const headers: Record<string, string> = {};
  for (const line of text
    .slice(0, end)
    .replace(/\r\n(?=[ \t])/g, '')
    .split('\r\n')) {
    const [, name, value] = /^([!-9;-~]+):[ \t]*(.*)$/.exec(line) ?? [];
    if (!name) throw new Error(`This is no header: ${line}`);
    if (name.toLowerCase() in headers) throw new Error(`The header ${name} is there twice.`);
    if (/[^\x20-\x7e\t]/.test(value!)) throw new Error(`The header ${name} is not encoded.`);
    headers[name.toLowerCase()] = decodedWords(value!);
  }
  return { headers, body: text.slice(end + 4) };
}

function decodedWords(text: string): string {
  return text
    .replace(/(=\?[^?]+\?[bq]\?[^?]*\?=)\s+(?==\?)/gi, '$1')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, way: string, word: string) =>
      way.toLowerCase() === 'b' ? Buffer.from(word, 'base64').toString('latin1') : unquoted(word.replace(/_/g, ' ')),
    )
    .replace(/[\x80-\xff]+/g, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8'));
}

const unquoted = (text: string): string =>
  text.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

/** The parts that hold something, wherever they are nested. */
function leaves(text: string): { type: string; body: string }[] {
  const { headers, body } = entity(text);
  const type = headers['content-type'] ?? 'text/plain';
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1];
  if (type.startsWith('multipart/')) {
    if (!boundary || !body.includes(`--${boundary}--`)) throw new Error('A multipart has no end.');
    return body
      .split(`--${boundary}`)
      .slice(1, -1)
      .flatMap((part) => leaves(part.replace(/^\r\n/, '')));
  }
  const encoding = (headers['content-transfer-encoding'] ?? '7bit').toLowerCase();
  if (encoding === '7bit' && /[^\p{ASCII}]/u.test(body)) throw new Error('A part says 7bit and is not.');
  const bytes =
    encoding === 'base64'
      ? Buffer.from(body, 'base64')
      : Buffer.from(encoding === 'quoted-printable' ? unquoted(body.replace(/=\r\n/g, '')) : body, 'latin1');
  return [{ type: type.split(';')[0]!.trim(), body: bytes.toString('utf8').replace(/\r\n/g, '\n') }];
}
