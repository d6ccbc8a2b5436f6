/** The budgets of the house that no tool knows: looked for in the syntax tree of one file. */
import ts from "typescript";

const longest = 200;
const deepest = 2;
/** Sentences for people stand here and nowhere else, in both languages. */
const placesOfWords = /^src\/(domain\/words\/|render\/messages|command-line\.ts$)/;
/** What `--help` says stands beside the option it explains, Chinese and English together. */
const placesOfHelp = /^src\/(commands\/|taking\/|program\.ts$)/;

const lineOf = (source: ts.SourceFile, node: ts.Node): number =>
  source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;

const isExported = (node: ts.Node): boolean =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node) ?? []).some((one) => one.kind === ts.SyntaxKind.ExportKeyword);

const hasDocstring = (node: ts.Node): boolean => ts.getJSDocCommentsAndTags(node).length > 0;

/** Four characters of Chinese in a row are wording; what a user may type (是, 今天) and names of weekdays are shorter. */
const wording = /\p{Script=Han}{4}/u;

const isText = (node: ts.Node): node is ts.LiteralLikeNode =>
  ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateLiteralToken(node);

/** Stands the text in a `zh` whose `en` is there too, or in the branch of a choice of language? */
function hasTwin(node: ts.Node): boolean {
  if (ts.isSourceFile(node)) return false;
  const { parent } = node;
  if (ts.isConditionalExpression(parent)) return /\bzh\b/.test(parent.condition.getText());
  const named = (name: string) => (one: ts.Node) =>
    ts.isPropertyAssignment(one) && one.name.getText() === name;
  if (named("zh")(parent)) return (parent.parent as ts.ObjectLiteralExpression).properties.some(named("en"));
  return hasTwin(parent);
}

/** Is a text where it may stand? */
const isInPlace = (path: string, node: ts.LiteralLikeNode): boolean =>
  !wording.test(node.text) || placesOfWords.test(path) || (placesOfHelp.test(path) && hasTwin(node));

/** Does a node ask the machine for something: the time, chance, the process; in domain also a locale? */
function outsideOf(path: string, node: ts.Node): string | undefined {
  if (!/^src\/(domain|render)\//.test(path)) return undefined;
  if (ts.isNewExpression(node) && node.getText() === "new Date()") return node.getText();
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const asked = /^(Date\.now|Math\.random|process\.\w+|globalThis\.\w+)$/.test(node.getText());
  const locale =
    path.startsWith("src/domain/") && /^Intl\.|\.(localeCompare|toLocale\w*)$/.test(node.getText());
  return asked || locale ? node.name.text : undefined;
}

/** What a single node breaks. */
function faultOf(path: string, node: ts.Node): string | undefined {
  if (ts.isClassLike(node) && node.name?.text !== "Refusal") return "a class other than Refusal";
  if (ts.isFunctionDeclaration(node) && isExported(node) && !hasDocstring(node))
    return `exported function ${node.name?.text} without a docstring`;
  if (isText(node) && !isInPlace(path, node))
    return `a sentence outside the places of words: ${node.text.trim().slice(0, 30)}`;
  const outside = outsideOf(path, node);
  return outside && `asks the machine, which domain and render never do: ${outside}`;
}

/**
 * What a source file breaks of the budgets.
 * @param path of the file from the project, with `/`
 * @returns one line a fault: `src/x.ts:12 what`
 */
export function overBudget(path: string, text: string): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const lines = text.split("\n").length - 1;
  const faults: string[] = [];
  if (lines > longest) faults.push(`${path}:1 ${lines} lines, more than ${longest}`);
  if (path.split("/").length - 2 > deepest) faults.push(`${path}:1 stands too deep`);
  const visit = (node: ts.Node): void => {
    const fault = faultOf(path, node);
    if (fault) faults.push(`${path}:${lineOf(source, node)} ${fault}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return faults;
}
