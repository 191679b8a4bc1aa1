export type FieldName = 'name' | 'email' | 'password';
export type FieldErrors = Partial<Record<FieldName, string>>;

/** What can be said before asking the server; the server checks everything again. */
export function checkFields(fields: Readonly<Record<FieldName, string>>, mode: 'sign-up' | 'sign-in'): FieldErrors {
  const errors: FieldErrors = {};
  if (mode === 'sign-up' && !fields.name.trim()) errors.name = 'Enter the name that instructors should see.';
  if (!/^\S+@\S+\.\S+$/.test(fields.email.trim())) errors.email = 'Enter an e-mail address, such as ada@example.org.';
  if (!fields.password) errors.password = 'Enter a password.';
  else if (mode === 'sign-up' && fields.password.length < 8) errors.password = 'Use at least 8 characters.';
  return errors;
}

export const isFieldName = (path: string | null): path is FieldName =>
  path === 'name' || path === 'email' || path === 'password';
