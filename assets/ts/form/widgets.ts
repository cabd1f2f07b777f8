/** Our own controls: a wording with its languages side by side, phrases, a page's text. */
import { decap } from "./decap";
import type { Element, Held, Props } from "./decap";
import { isEmpty } from "./field";
import type { Plain } from "./field";

type Change = { target: { value: string } };

/** A box for text, with its language, so that the browser's spelling checker knows which to use. */
export function box(props: Props, lang: string, label: string, text: string, change: (text: string) => void): Element {
  return decap.h(
    "label",
    { key: lang || label, className: "kit-box" },
    decap.h("span", { className: "kit-box__label" }, label),
    decap.h("textarea", {
      className: props.classNameWrapper,
      lang: lang || undefined,
      rows: Math.min(12, text.split("\n").length + Math.floor(text.length / 70)),
      value: text,
      onChange: ({ target }: Change) => change(target.value),
      onFocus: props.setActiveStyle,
      onBlur: props.setInactiveStyle,
    }),
  );
}

/** The languages of a wording, with their names. */
export function languages(field: Held): { name: string; label: string }[] {
  return (field.get("fields") as Held).toJS() as { name: string; label: string }[];
}

/** Texts of all languages side by side; `held` is the wording as it is. */
export function wording(props: Props, held: Held | undefined, field: Held, change: (held: Held) => void): Element[] {
  return languages(field).map(({ name, label }) =>
    box(props, name, label, String(held?.get(name) ?? ""), (text) =>
      change((held ?? props.field.clear()).set(name, text)),
    ),
  );
}

/** Register the controls that stand by themselves. */
export function register(): void {
  control("kit-words", (props) =>
    decap.h(
      "div",
      { id: props.forID, className: "kit-languages" },
      ...wording(props, props.value as Held | undefined, props.field, props.onChange),
    ),
  );
  control("kit-phrases", (props) => {
    const held = props.value as Held | undefined;
    const none = (props.field.get("fields") as Held).clear();
    const boxes = languages(props.field).map(({ name, label }) => {
      const phrases = ((held?.get(name) as Held | undefined)?.toJS?.() ?? []) as string[];
      return box(props, name, label, phrases.join("\n"), (text) =>
        props.onChange((held ?? props.field.clear()).set(name, text ? none.push(...text.split("\n")) : none)),
      );
    });
    return decap.h("div", { id: props.forID, className: "kit-languages" }, ...boxes);
  });
  control("kit-page", (props) =>
    decap.h("textarea", {
      id: props.forID,
      className: `${props.classNameWrapper} kit-page`,
      lang: props.field.get("lang"),
      rows: 30,
      value: String(props.value ?? ""),
      onChange: ({ target }: Change) => props.onChange(target.value),
      onFocus: props.setActiveStyle,
      onBlur: props.setInactiveStyle,
    }),
  );
}

/** Register a control that is drawn by a function; what is required must be filled in, in one language at least. */
export function control(name: string, draw: (props: Props) => Element): void {
  const spec = {
    shouldComponentUpdate: () => true,
    isValid(this: { props: Props }) {
      const { field, value, parentIds, t } = this.props;
      const held = value && typeof value !== "string" ? (value.toJS() as Plain) : value;
      // Decap itself sees what is not there at all.
      if (field.get("required") === false || held === undefined || !isEmpty(held)) return true;
      const message = t("editor.editorControlPane.widget.required", { fieldLabel: field.get("label") });
      return { error: { type: "PRESENCE", parentIds, message } };
    },
    render(this: { props: Props }) {
      return draw(this.props);
    },
  };
  decap.CMS.registerWidget(name, decap.createClass(spec));
}
