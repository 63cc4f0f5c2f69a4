// g then a letter goes to a room, c begins something, / finds, ? lists the keys, Ctrl or Cmd K finds from anywhere.
// The letters come from the page: data-go="h" on a link, data-create on the link or button that begins something.
import { open } from "./dialogs.js";
import { find } from "./palette.js";

const off = () => document.documentElement.dataset.keys === "off";
// A field of a dialog that was just closed keeps the focus until the next frame, and shows nothing any more.
const writing = element => element.checkVisibility() && element.closest("input, textarea, select, [contenteditable], dialog[open]");
let went = -Infinity;

document.addEventListener("keydown", event => {
  if (event.defaultPrevented || event.isComposing) return;
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") {
    event.preventDefault();
    find();
    return;
  }
  if (off() || event.ctrlKey || event.metaKey || event.altKey || writing(event.target)) return;

  const key = event.key.toLowerCase();
  const going = event.timeStamp - went < 1500;
  went = -Infinity;
  if (going) {
    const room = document.querySelector(`[data-go="${CSS.escape(key)}"]`);
    if (room) {
      event.preventDefault();
      room.click();
    }
    return;
  }
  if (key === "g") went = event.timeStamp;
  else if (key === "/") find();
  else if (key === "?") open(document.getElementById("keys"));
  else if (key === "c") document.querySelector("[data-create]")?.click();
  else return;
  event.preventDefault();
});
