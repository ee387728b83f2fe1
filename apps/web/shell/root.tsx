import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useHasRunOut } from '../session.js';
import { Toasts } from './toasts.js';

const SignInAgain = lazy(() => import('../people/sign-in-again.js'));

/** Around every screen: what lies on top of it. */
export function Root() {
  const hasRunOut = useHasRunOut();
  return (
    <>
      <Outlet />
      <Toasts />
      {hasRunOut && (
        <Suspense>
          <SignInAgain />
        </Suspense>
      )}
    </>
  );
}
