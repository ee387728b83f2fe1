/** Where what was answered begins, as the usual mail programs write it in both languages; often over two lines. */
const attributions: readonly RegExp[] = [
  /^ {0,3}(?:Am|On|Le) [^\n]{4,200}(?:\n[^\n]{0,200})?(?:schrieb|wrote|a écrit)[^\n]{0,200}:[ \t]*$/m,
  /^ {0,3}[^\n]{3,200} (?:schrieb am|wrote on) [^\n]{4,100}:[ \t]*$/m,
  /^ {0,3}-{2,} ?(?:Ursprüngliche Nachricht|Originalnachricht|Original Message|Weitergeleitete Nachricht|Forwarded message) ?-{2,}[ \t]*$/im, // prettier-ignore
  /^ {0,3}_{20,}[ \t]*$/m,
  /^ {0,3}\*?(?:Von|From):\*? [^\n]+\n(?:[^\n]+\n)??\*?(?:Gesendet|Sent|Datum|Date|An|To):/m,
];

/** What programs and people put below their own words. */
const signatures: readonly RegExp[] = [
  /^-- ?$/m,
  /^(?:Von meinem [^\n]{2,40} gesendet|Gesendet (?:von|mit) [^\n]{2,60}|Sent from my [^\n]{2,40}|Get Outlook for [^\n]{2,40})[ \t]*$/im,
];

/**
 * What somebody has written themselves in an answer to a mail, without what they answered and without their signature;
 * empty if that is nothing. Who writes below the quotation is understood too.
 */
export function ownWords(mail: string): string {
  const text = mail
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '')
    .replace(/\u00a0/g, ' ');
  const begins = Math.min(...attributions.map((one) => one.exec(text)?.index ?? text.length));
  const above = unsigned(unquoted(text.slice(0, begins)));
  if (above !== '' || begins === text.length) return above;
  const [, ...below] = text.slice(begins).split(/^>.*$/m);
  return below.length === 0 ? '' : unsigned(unquoted(below.join('\n')));
}

function unquoted(text: string): string {
  return text
    .split('\n')
    .filter((line) => !line.startsWith('>'))
    .join('\n');
}

function unsigned(text: string): string {
  const ends = Math.min(...signatures.map((one) => one.exec(text)?.index ?? text.length));
  return text
    .slice(0, ends)
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** What a header says of answers that no person has written. */
const automatic: Readonly<Record<string, RegExp>> = {
  'auto-submitted': /^(?!no\b)/i,
  precedence: /^(bulk|junk|list|auto_reply)/i,
  'x-autoreply': /./,
  'x-autorespond': /./,
  'x-auto-response-suppress': /\b(all|autoreply|oof)\b/i,
  'list-id': /./,
  'content-type': /^multipart\/report/i,
  'x-failed-recipients': /./,
};

/** Whether a mail was written by a program: an absence, a failure, a list. */
export function isAutomatic(from: string, headers: Readonly<Record<string, unknown>>): boolean {
  if (/^$|<>|\b(mailer-daemon|postmaster|no-?reply|do-?not-?reply)@/i.test(from.trim())) return true;
  return Object.entries(headers).some(([name, value]) => automatic[name.toLowerCase()]?.test(String(value).trim()));
}

/** The address in `Ada Lovelace <ada@example.org>`, in small letters. */
export function addressIn(mailbox: string): string {
  return (/<([^<>\s]+)>\s*$/.exec(mailbox.trim())?.[1] ?? mailbox.trim()).toLowerCase();
}
