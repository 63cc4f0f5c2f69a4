// Links to a dialog open it as a modal, and give the focus back. Without this module :target shows the same box.
export function open(dialog) {
  if (!dialog || dialog.open) return;
  dialog.showModal();
  dialog.querySelector("[data-first]")?.focus(); // not what stands first, where that would do something
  dialog.dispatchEvent(new Event("opened"));
}

document.addEventListener("click", event => {
  const opener = event.target.closest("[data-dialog]");
  if (opener) {
    event.preventDefault();
    open(document.getElementById(opener.dataset.dialog));
    return;
  }
  const closer = event.target.closest("[data-close]");
  const dialog = closer ? closer.closest("dialog") : event.target.matches("dialog[open]") ? event.target : null;
  if (!dialog?.open) return;
  if (!closer) {
    const box = dialog.getBoundingClientRect();
    const inside = event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
    if (inside) return;
  } else {
    event.preventDefault();
  }
  dialog.close();
});
