/** The id of a section, from its heading: "Why p99.9?" becomes "why-p99-9". */
export function sectionId(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
