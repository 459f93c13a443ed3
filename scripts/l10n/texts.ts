import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** What the code asks to be translated. */
export interface Texts {
  /** English, in alphabetical order, each once. */
  readonly texts: readonly string[];
  /** Calls that cannot be translated, a sentence each. */
  readonly problems: readonly string[];
}

/** A call of `l10n.t`, of `@vscode/l10n` or of VS Code. */
interface Call {
  readonly node: ts.CallExpression;
  /** Whether it runs when its module is loaded. */
  readonly early: boolean;
}

/** The texts of all code that is shipped. @param root The folder of the project. */
export function shippedTexts(root: string): Texts {
  const files = globSync('{src,webview}/**/*.ts', { cwd: root }).sort();
  const parts = files.map((file) => textsOf(file, readFileSync(join(root, file), 'utf8')));
  return {
    texts: [...new Set(parts.flatMap(({ texts }) => texts))].sort(),
    problems: parts.flatMap(({ problems }) => problems),
  };
}

/** The texts of one file. @param file Its name, for the problems. @param code TypeScript. */
export function textsOf(file: string, code: string): Texts {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const texts = new Set<string>();
  const problems: string[] = [];
  for (const call of callsIn(source, true)) {
    const [first] = call.node.arguments;
    if (first && ts.isStringLiteralLike(first)) texts.add(first.text);
    const problem = problemOf(call);
    if (problem === undefined) continue;
    const { line } = source.getLineAndCharacterOfPosition(call.node.getStart());
    problems.push(`${file}:${line + 1}: ${problem}`);
  }
  return { texts: [...texts].sort(), problems };
}

function* callsIn(node: ts.Node, early: boolean): Generator<Call> {
  if (ts.isCallExpression(node) && isTranslation(node.expression)) yield { node, early };
  const nested: ts.Node[] = [];
  ts.forEachChild(node, (child) => void nested.push(child));
  for (const child of nested) yield* callsIn(child, early && !isLater(child));
}

/** `l10n.t` or `vscode.l10n.t` */
function isTranslation(callee: ts.Expression): boolean {
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== 't') return false;
  const owner = callee.expression;
  return (ts.isPropertyAccessExpression(owner) ? owner.name : owner).getText() === 'l10n';
}

/** Whether the code runs after its module is loaded: in a function, or when an object is made. */
function isLater(node: ts.Node): boolean {
  if (ts.isPropertyDeclaration(node))
    return !node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword);
  return ts.isFunctionLike(node);
}

function problemOf({ node, early }: Call): string | undefined {
  const [text, ...values] = node.arguments;
  if (!text || !ts.isStringLiteralLike(text)) return 'Only a literal can be translated.';
  // VS Code's own function knows the language before any module is loaded; the library is told by `activate`.
  if (early && node.expression.getText() === 'l10n.t')
    return 'The text is made before the language is known.';
  return valuesProblem(text.text, values);
}

/** Values fill `{0}`, `{1}` …, or by their names as one object. */
function valuesProblem(text: string, values: readonly ts.Expression[]): string | undefined {
  const [first] = values;
  if (first && ts.isObjectLiteralExpression(first)) return undefined;
  if (values.some((value) => ts.isSpreadElement(value))) return undefined;
  const placeholders = new Set(text.match(/\{\d+\}/g)).size;
  return placeholders === values.length
    ? undefined
    : `Placeholders: ${placeholders}, values: ${values.length}.`;
}
