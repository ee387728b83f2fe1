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
  };
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
