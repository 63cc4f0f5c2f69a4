// Follows a running import. Without this module the link “look again” does.
const running = document.querySelector("[data-running]");
if (running) {
  const look = async () => {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
    if (!answer?.ok) return setTimeout(look, 3000);
    const next = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = next.querySelector("[data-running]");
    if (!now) return location.reload();
    document.querySelector("[data-running]").replaceWith(now);
    setTimeout(look, 1000);
  };
  setTimeout(look, 1000);
}
