/** How the prompts look, and what each kind of them is given: settings for the library, without the library. */
import { styleText } from "node:util";
import type { Choice } from "../domain/input/questions.ts";
import type { PromptWords } from "../domain/words/prompts.ts";
import type { Asked, Prompter } from "./prompting.ts";

const same = (text: string): string => text;
/** Without colour, whatever the library would paint by itself. */
const PLAIN = {
  prefix: { idle: "?", done: "✔" },
  icon: { cursor: "❯", checked: "◉", unchecked: "◯", disabledChecked: "◎", disabledUnchecked: "-" },
  style: {
    answer: same,
    error: (text: string): string => `> ${text}`,
    defaultAnswer: (text: string): string => `(${text})`,
    highlight: same,
    disabled: same,
    searchTerm: same,
    description: same,
  },
};

/** How a prompt looks and which words of its own it uses: the hint goes when the answer is there. */
export function themeOf({ hint }: Asked, colour: boolean, say: PromptWords) {
  const dim = (text: string): string => (colour ? styleText("dim", text) : `(${text})`);
  const message = (text: string, status: string): string => {
    const bold = colour ? styleText("bold", text) : text;
    return hint === "" || status === "done" ? bold : `${bold} ${dim(hint)}`;
  };
  const plain = colour ? { prefix: {}, icon: {}, style: {} } : PLAIN;
  const keywords = { yes: say.yes, no: say.no, error: () => say.yesOrNo };
  return { ...plain, keywords, style: { ...plain.style, message, keysHelpTip: () => undefined } };
}

/** The library's own mark of the default, a capital letter, does not exist in Chinese: Enter and the other key are named. */
export function confirmTheme(
  theme: ReturnType<typeof themeOf>,
  standing: boolean,
  { colour, say }: { colour: boolean; say: PromptWords },
) {
  const hint = say.enterIs(standing);
  return {
    ...theme,
    style: { ...theme.style, defaultAnswer: () => (colour ? styleText("dim", hint) : `(${hint})`) },
  };
}

type LineAsked = Parameters<Prompter["line"]>[0];

/** A line of text: checked when it is entered, shown as what it was read as. */
export function lineConfig({ message, check, shown: shownAs, ...asked }: LineAsked, colour: boolean) {
  const standing = asked.default === undefined ? {} : { default: asked.default };
  const answer = (text: string): string => (colour ? styleText("cyan", text) : text);
  const transformer = (text: string, { isFinal }: { isFinal: boolean }): string =>
    isFinal ? answer(shownAs(text)) : text;
  return { message, ...standing, transformer, validate: (text: string) => check(text) ?? true };
}

type ChooseAsked = Parameters<Prompter["choose"]>[0];
type Shown = { value: string; name: string; short: string };
const shown = (choice: Choice): Shown => ({
  value: choice.value,
  name: choice.name,
  short: choice.short ?? choice.name,
});

/** One of several, found by typing. */
export function chooseConfig(asked: ChooseAsked, say: PromptWords) {
  const nothing = { value: "", name: say.nothingFound, disabled: " " };
  const source = (typed: string | undefined): (Shown | typeof nothing)[] => {
    const found = asked.source(typed).map(shown);
    return found.length > 0 ? found : [nothing];
  };
  const standing = asked.default === undefined ? {} : { default: asked.default };
  return { message: asked.message, source, pageSize: 9, ...standing };
}

type TickAsked = Parameters<Prompter["tick"]>[0];

/** Some of several. */
export function tickConfig(asked: TickAsked, say: PromptWords) {
  const checked = (choice: Choice): boolean => asked.ticked.includes(choice.value);
  const choices = asked.choices.map((choice) => ({ ...shown(choice), checked: checked(choice) }));
  const validate = (ticked: readonly unknown[]): true | string =>
    ticked.length > 0 || !asked.required ? true : say.oneAtLeast;
  return { message: asked.message, choices, validate, pageSize: 12 };
}
