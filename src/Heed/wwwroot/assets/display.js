// The theme changes at once; without this module the same buttons post the choice and the page comes back.
document.addEventListener("submit", event => {
  const form = event.target.closest("[data-themes]");
  const choice = event.submitter?.value;
  if (!form || !choice) return;
  event.preventDefault();
  if (choice === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = choice;
  for (const button of form.querySelectorAll("button")) button.ariaPressed = String(button.value === choice);
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `heed-theme=${choice}; path=/; max-age=34560000; samesite=lax${secure}`;
});
