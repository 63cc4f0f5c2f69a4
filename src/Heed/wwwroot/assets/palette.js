// The palette asks the search page for its results as a fragment. The form itself still goes to that page.
import { open } from "./dialogs.js";

const palette = document.getElementById("find");

export function find() {
  if (palette) open(palette);
  else document.querySelector("a.find")?.click();
}

if (palette) {
  const input = palette.querySelector("input");
  const found = palette.querySelector(".found");
  let asked = 0;
  let answered; // the words that the list now answers
  let going = false; // Enter was pressed before they were answered
  let waiting;

  const links = () => [...found.querySelectorAll("a[href]")];
  const chosen = () => found.querySelector('[aria-selected="true"]');

  function choose(link) {
    chosen()?.removeAttribute("aria-selected");
    if (!link) return;
    link.setAttribute("aria-selected", "true");
    link.id ||= `found-${links().indexOf(link)}`;
    input.setAttribute("aria-activedescendant", link.id);
    link.scrollIntoView({ block: "nearest" });
  }

  async function ask() {
    clearTimeout(waiting);
    const turn = ++asked;
    const words = input.value;
    const address = new URL(palette.dataset.find, location.href);
    address.searchParams.set("q", words);
    try {
      const answer = await fetch(address, { headers: { accept: "text/html" } });
      if (turn !== asked) return;
      if (!answer.ok) throw new Error(String(answer.status));
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (turn !== asked) return;
      found.replaceChildren(...page.body.childNodes);
      answered = words;
      choose(links()[0]);
      if (going) chosen()?.click();
      going = false;
    } catch {
      if (turn !== asked) return;
      answered = words; // with nothing to choose: Enter now sends the form
      going = false;
      found.textContent = "The search did not answer. Press Enter to open the search page.";
    }
  }

  document.addEventListener("click", event => {
    if (!event.target.closest("[data-palette]") || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    find();
  });

  palette.addEventListener("opened", () => {
    input.select();
    going = false;
    ask();
  });

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    going = false;
    waiting = setTimeout(ask, 120);
  });

  input.addEventListener("keydown", event => {
    const all = links();
    const at = all.indexOf(chosen());
    if (event.key === "ArrowDown") choose(all[(at + 1) % all.length]);
    else if (event.key === "ArrowUp") choose(all[(at - 1 + all.length) % all.length]);
    else if (event.key === "Enter" && at >= 0 && input.value === answered) all[at].click();
    else if (event.key === "Enter" && input.value !== answered) {
      going = true; // what is listed answers other words: going there would lead somewhere else
      ask();
    }
    else if (event.key === "Escape") palette.close(); // a browser would only empty the field
    else return;
    event.preventDefault();
  });
}
