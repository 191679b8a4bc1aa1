import 'server-only';
import type { Letter } from './send-mail';

/** What the letters say. Names that people gave themselves are left out: whoever reads may be somebody else. */
type Words = Omit<Letter, 'to'>;

export function letterToReset(url: string): Words {
  return {
    subject: 'A new password for the course',
    text: `Somebody, probably you, asked for a new password for the account with this address.

Set it here, once, within a day:
${url}

If it was not you, do nothing: the password stays what it is.
`,
  };
}

export function letterToConfirm(url: string, email: string): Words {
  return {
    subject: 'Confirm your address for the course',
    text: `An account of the course gave ${email} as its address. If it is your account, confirm the address here, within a day, in a browser that is signed in to it:
${url}

If it is not your account, do nothing: the address then stays unconfirmed and opens nothing.
`,
  };
}

export function letterOfChange(): Words {
  return {
    subject: 'Your account of the course has another address',
    text: `The address of your account was changed, and the account no longer uses this one. Whoever did it was signed in and gave the password.

If it was not you, write to the person who runs the course.
`,
  };
}
