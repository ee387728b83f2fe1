import { resolve } from 'node:path';

/** Everything the environment decides, checked once at boot. */
export abstract class Config {
  port: number;
  /** Where people reach Kohorte; without a slash at the end. Cookies are `Secure` when it is https. */
  publicUrl: string;
  databaseUrl: string;
  databasePool: number;
  /** Without it BullMQ runs on Postgres. */
  redisUrl: string | null;
  /** Without it mails stay in an outbox that admins read. */
  smtpUrl: string | null;
  mailFrom: string;
  dataDir: string;
  /** Asked of those who read `/metrics` from another machine. */
  metricsToken: string | null;
  /** Where a worker serves `/metrics`; 0: nowhere. */
  metricsPort: number;
  /** How many proxies stand in front; their X-Forwarded-For is believed. */
  trustedProxies: number;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  webDir: string | null;
  /** Where the company's mail gateway takes answers to mails; `null`: mails are not answered. */
  inboundMail: { domain: string; secret: string } | null;
  /** The server's keys for push messages (VAPID, RFC 8292); `null`: there are none. */
  push: { publicKey: string; privateKey: string; subject: string } | null;
}

/** Says in one sentence which setting is wrong and what it should be. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/**
 * Reads the configuration from environment variables.
 * @throws {ConfigError} naming the variable that is missing or wrong
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const port = wholeNumber(env, 'PORT', 3000, 0, 65_535);
  return {
    port,
    publicUrl: address(env, 'PUBLIC_URL', ['http:', 'https:'], `http://localhost:${port}`)!.replace(/\/+$/, ''),
    databaseUrl: address(env, 'DATABASE_URL', ['postgres:', 'postgresql:'], null) ?? missing('DATABASE_URL'),
    databasePool: wholeNumber(env, 'DATABASE_POOL', 20, 4, 500),
    redisUrl: address(env, 'REDIS_URL', ['redis:', 'rediss:'], null),
    smtpUrl: address(env, 'SMTP_URL', ['smtp:', 'smtps:'], null),
    mailFrom: env['MAIL_FROM'] || 'Kohorte <kohorte@localhost>',
    dataDir: resolve(env['DATA_DIR'] || './data'),
    metricsToken: env['METRICS_TOKEN'] || null,
    metricsPort: wholeNumber(env, 'METRICS_PORT', 0, 0, 65_535),
    trustedProxies: wholeNumber(env, 'TRUSTED_PROXIES', 0, 0, 10),
    logLevel: oneOf(env, 'LOG_LEVEL', ['info', 'debug', 'warn', 'error', 'silent'] as const),
    webDir: env['WEB_DIR'] ? resolve(env['WEB_DIR']) : null,
    inboundMail: inboundMail(env),
    push: push(env),
  };
}

function inboundMail(env: Record<string, string | undefined>): Config['inboundMail'] {
  const [domain, secret] = both(env, 'INBOUND_MAIL_DOMAIN', 'INBOUND_MAIL_SECRET');
  if (!domain || !secret) return null;
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)*$/i.test(domain))
    throw new ConfigError('INBOUND_MAIL_DOMAIN must be a domain such as reply.example.com.');
  if (secret.length < 24) throw new ConfigError('INBOUND_MAIL_SECRET must have at least 24 characters.');
  return { domain: domain.toLowerCase(), secret };
}

function push(env: Record<string, string | undefined>): Config['push'] {
  const [publicKey, privateKey] = both(env, 'VAPID_PUBLIC_KEY', 'VAPID_PRIVATE_KEY');
  if (!publicKey || !privateKey) return null;
  // A point of the curve P-256, uncompressed, and a number: 65 and 32 bytes.
  if (Buffer.from(publicKey, 'base64url').length !== 65 || Buffer.from(privateKey, 'base64url').length !== 32)
    throw new ConfigError(
      'VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY must be a pair of keys as docs/configure.md says how to make it.',
    );
  const subject = env['VAPID_SUBJECT'] || `mailto:${/<(.+)>/.exec(env['MAIL_FROM'] ?? '')?.[1] ?? 'kohorte@localhost'}`;
  if (!/^(mailto:|https:)/.test(subject)) throw new ConfigError('VAPID_SUBJECT must begin with mailto: or https:.');
  return { publicKey, privateKey, subject };
}

/** Two settings of which one is nothing without the other. */
function both(env: Record<string, string | undefined>, one: string, other: string): [string?, string?] {
  if (!env[one] !== !env[other]) throw new ConfigError(`${env[one] ? other : one} is not set, though its twin is.`);
  return [env[one], env[other]];
}

function missing(name: string): never {
  throw new ConfigError(`${name} is not set.`);
}

function wholeNumber(
  env: Record<string, string | undefined>,
  name: string,
  otherwise: number,
  min: number,
  max: number,
): number {
  const text = env[name];
  if (text === undefined || text === '') return otherwise;
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max)
    throw new ConfigError(`${name} must be a whole number from ${min} to ${max}, not "${text}".`);
  return value;
}

function address(
  env: Record<string, string | undefined>,
  name: string,
  protocols: string[],
  otherwise: string | null,
): string | null {
  const text = env[name];
  if (!text) return otherwise;
  // The value itself is left out of the message: it may hold a password.
  if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol))
    throw new ConfigError(
      `${name} must be an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}.`,
    );
  return text;
}

function oneOf<const T extends readonly [string, ...string[]]>(
  env: Record<string, string | undefined>,
  name: string,
  values: T,
): T[number] {
  const text = env[name] || values[0];
  if (!(values as readonly string[]).includes(text))
    throw new ConfigError(`${name} must be one of ${values.join(', ')}, not "${text}".`);
  return text;
}
