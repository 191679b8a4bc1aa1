import { Notice } from '@/components/ui/notice';
import type { SsoProblem } from '@/server/sso/come-back';

const PROBLEMS: Readonly<Record<SsoProblem, (name: string) => string>> = {
  'no-sso': () => 'This course has no single sign-on. Sign in with a password.',
  stale: () => 'It took too long, was finished already, or began in another browser. Begin again here.',
  refused: (name) => `${name} did not let you in, or you went back. Nothing was changed.`,
  invalid: (name) =>
    `The answer of ${name} did not pass the checks. Try once more; if it stays, tell the person who runs the course.`,
  'provider-down': (name) => `${name} cannot be reached. Try again in a minute, or sign in with a password.`,
  'other-account': () => 'It was begun by another account than the one that is signed in now. Begin again here.',
  'identity-taken': (name) =>
    `Your sign-in at ${name} opens another account of the course already. Sign out and sign in with it to see which.`,
};
const isProblem = (code: string): code is SsoProblem => Object.hasOwn(PROBLEMS, code);

/** How a visit to the provider ended, as the address of the page says. */
export function SsoNotice({ code, provider }: { readonly code: string; readonly provider: string | null }) {
  const name = provider ?? 'The sign-in service';
  if (code === 'linked')
    return (
      <Notice kind="done" title={`Your account is connected with ${name}.`}>
        <p>You can sign in with it from now on.</p>
      </Notice>
    );
  if (!isProblem(code)) return null;
  return (
    <Notice kind="problem" title="You were not signed in that way.">
      <p>{PROBLEMS[code](name)}</p>
    </Notice>
  );
}
