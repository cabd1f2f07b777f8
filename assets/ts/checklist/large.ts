/** The way to the projector and back: the address says `?vis=stor` or `?visa=stor`, so that it can be bookmarked. */
import { later } from "../catalogue";
import { t } from "../words";

/** Whether a page's address asks for a checklist large. */
export function asksForLarge(search: string): boolean {
  return /[?&]visa?=stor(&|$)/.test(search);
}

/** Show a form large; when that is over, focus is on the button that leads here again. */
export async function showLarge(form: HTMLFormElement): Promise<void> {
  await later("projector");
  const { projector } = (
    self as typeof self & { kit: { projector: { show(form: HTMLFormElement, closed: () => void): void } } }
  ).kit;
  history.replaceState(history.state, "", `?${t("large_asked")}#${form.id}`);
  projector.show(form, () => {
    history.replaceState(history.state, "", `${location.pathname}#${form.id}`);
    form.scrollIntoView();
    form.querySelector<HTMLElement>('[data-action="projector"]')?.focus({ preventScroll: true });
  });
}
