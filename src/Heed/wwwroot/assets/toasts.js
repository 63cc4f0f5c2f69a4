// Says aloud what was just done, and takes it away when it is dismissed. Without this module the cross is a link to the
// same page without it. It stays until then, or until the next
// press elsewhere: nobody has to read fast (WCAG 2.2.1), and it lies on nothing that somebody is at work on.
for (const toast of document.querySelectorAll("[data-toast]")) {
  // A region that is there from the start is often not read; one that is filled later is.
  const aloud = document.createElement("p");
  aloud.className = "unseen";
  aloud.setAttribute("role", "status");
  toast.removeAttribute("role");
  toast.after(aloud);
  setTimeout(() => (aloud.textContent = toast.querySelector("span").textContent), 150);
  const cross = toast.querySelector("[data-dismiss]");
  if (!cross) continue;
  const leave = () => {
    toast.remove();
    history.replaceState(null, "", cross.href);
    document.getElementById("main")?.focus();
  };
  cross.addEventListener("click", event => {
    event.preventDefault();
    leave();
  });
  toast.addEventListener("keydown", event => {
    if (event.key === "Escape") leave();
  });
  addEventListener("pointerdown", event => {
    if (!toast.contains(event.target)) toast.remove();
  });
}
