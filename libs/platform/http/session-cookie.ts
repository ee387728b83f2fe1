/** Name of the cookie that holds the session's secret. */
export const sessionCookie = 'kohorte_session';

let isSecure = false;

/** Tells whether people reach Kohorte by https; said once at boot. */
export function cookiesAreSecure(secure: boolean): void {
  isSecure = secure;
}

/** Never readable by scripts, never sent from other sites' forms. */
export function cookieOptions() {
  return { httpOnly: true, sameSite: 'lax', secure: isSecure, path: '/' } as const;
}
