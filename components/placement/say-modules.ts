/** The number that a module goes by on pages: 4 for M4. */
export const moduleNumber = (id: string): string => id.slice(1);

/** "module 2", "modules 1 and 2", "modules 1 to 3 and 5": runs of three and more are drawn together. */
export function sayModules(ids: readonly string[]): string {
  const numbers = ids.map((id) => Number(moduleNumber(id))).toSorted((one, other) => one - other);
  const runs = numbers.reduce<number[][]>((list, number) => {
    const last = list.at(-1);
    if (last && number === (last.at(-1) ?? 0) + 1) last.push(number);
    else list.push([number]);
    return list;
  }, []);
  const parts = runs.flatMap((run) => (run.length > 2 ? [`${run[0]} to ${run.at(-1)}`] : run.map(String)));
  const words = parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : parts.join('');
  return `${numbers.length === 1 ? 'module' : 'modules'} ${words}`;
}
