// A line that is there to be taken along, such as a token, gets a button that copies it. Browsers copy only where a page
// came sealed or from this machine; elsewhere, and without this module, it is marked and copied by hand.
for (const line of navigator.clipboard ? document.querySelectorAll("input[readonly]") : []) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button copy";
  button.textContent = "Copy";
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    line.select();
    await navigator.clipboard.writeText(line.value);
    button.textContent = "Copied";
  });
  line.after(button);
}
