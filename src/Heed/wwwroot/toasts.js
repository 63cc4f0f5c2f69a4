// Says aloud what was just done, and takes it away when it is dismissed. Without this module the cross is a link to the
// same page without it. It stays until then: nobody has to read fast (WCAG 2.2.1).
for (const toast of document.querySelectorAll("[data-toast]")) {
  const says = toast.querySelector("span");
  const words = says.textContent;
  says.textContent = "";
  setTimeout(() => (says.textContent = words), 150);
  const cross = toast.querySelector("[data-dismiss]");
  const leave = () => {
    toast.remove();
    history.replaceState(null, "", cross.href);
    document.getElementById("main")?.focus();
  };
  cross?.addEventListener("click", event => {
    event.preventDefault();
    leave();
  });
  toast.addEventListener("keydown", event => {
    if (event.key === "Escape" && cross) leave();
  });
}
