import { checkText, NOT_UTF8, tooLarge } from '@/grader/studio/adr/check-text';
import { MOST_IMPORT_BYTES } from '@/schemas/decision';

export type FileText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string };

/** The same look as the server's, so that a wrong file is named before it is sent. */
export function checkPasted(text: string): FileText {
  const checked = checkText(text);
  return checked.ok ? { ok: true, text } : { ok: false, message: checked.detail ?? NOT_UTF8 };
}

/** The text of a chosen file, or the sentence that says what is wrong with it. */
export async function readFile(file: File): Promise<FileText> {
  if (file.size > MOST_IMPORT_BYTES) return { ok: false, message: tooLarge(file.size) };
  try {
    return checkPasted(new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()));
  } catch {
    return { ok: false, message: NOT_UTF8 }; // a file with NUL bytes or another encoding ends here as well
  }
}
