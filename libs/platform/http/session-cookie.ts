/** Name of the cookie that holds the session's secret. */
export const sessionCookie = 'kohorte_session';

/**
 * A cookie that scripts may read, beside the session's: it says that there is a session and nothing of whose, so that
 * the web app need not ask (and be refused) where nobody has signed in.
 */
export const hintCookie = 'kohorte_signed_in';

let isSecure = false;

/** Tells whether people reach Kohorte by https; said once at boot. */
export function cookiesAreSecure(secure: boolean): void {
  isSecure = secure;
}

/** Never readable by scripts, never sent from other sites' forms. */
export function cookieOptions() {
  return { httpOnly: true, sameSite: 'lax', secure: isSecure, path: '/' } as const;
}
