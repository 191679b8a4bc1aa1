import ts from 'typescript';
import { projectFiles, readProjectFile } from '../project-files';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** A function that a file exports: its name, and what its first parameter is, if it has one. */
interface Exported {
  readonly name: string;
  readonly first: string | null;
}

const isExported = (node: ts.Node): boolean =>
  ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

/** The function behind `cache((actor) => …)` as well. */
function functionIn(node: ts.Expression | undefined): ts.SignatureDeclaration | null {
  if (!node) return null;
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return node;
  return ts.isCallExpression(node) ? functionIn(node.arguments[0]) : null;
}

function exportedOf(file: string): Exported[] {
  const source = ts.createSourceFile(file, readProjectFile(file), ts.ScriptTarget.Latest, true);
  const firstOf = (made: ts.SignatureDeclaration | null) => made?.parameters[0]?.type?.getText(source) ?? null;
  return source.statements.flatMap((statement): Exported[] => {
    if (!isExported(statement)) return [];
    if (ts.isFunctionDeclaration(statement)) return [{ name: statement.name?.text ?? '', first: firstOf(statement) }];
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.map((made) => ({
      name: made.name.getText(source),
      first: firstOf(functionIn(made.initializer)),
    }));
  });
}

/** Every exported function of the server that is told who asks, as `folder/file#name`. */
export function functionsWithActor(): string[] {
  return projectFiles()
    .filter((file) => /^server\/.*\.ts$/.test(file) && !file.endsWith('.test.ts'))
    .flatMap((file) =>
      exportedOf(file)
        .filter(({ first }) => first !== null && /\bActor\b/.test(first))
        .map(({ name }) => `${file.slice('server/'.length, -'.ts'.length)}#${name}`),
    )
    .toSorted();
}

/** Every handler, as `METHOD /path`. */
export function handlers(): string[] {
  return projectFiles()
    .filter((file) => /^app\/.*\/route\.ts$/.test(file))
    .flatMap((file) =>
      exportedOf(file)
        .filter(({ name }) => METHODS.includes(name))
        .map(({ name }) => `${name} /${file.slice('app/'.length, -'/route.ts'.length)}`),
    )
    .toSorted();
}

/** Which of these functions a page, a handler or a component imports. The rules of authority are everybody's. */
export function innerOnPages(names: readonly string[]): string[] {
  const inner = names.filter((name) => !name.startsWith('authority#'));
  return projectFiles()
    .filter((file) => /^(app|components)\/.*\.tsx?$/.test(file))
    .flatMap((file) => {
      const imports = readProjectFile(file).matchAll(/import \{([^}]*)\} from '@\/server\/([^']+)'/g);
      return [...imports].flatMap(([, found = '', from]) =>
        inner.filter((name) => {
          const [path, own] = name.split('#');
          return path === from && new RegExp(`\\b${own}\\b`).test(found);
        }),
      );
    });
}
