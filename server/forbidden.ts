import 'server-only';

/** An actor asked for something their role does not allow. The handler answers 403 and logs it. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden';
  constructor(act: string) {
    super(`not allowed: ${act}`);
  }
}
