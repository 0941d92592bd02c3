// The sheet's print button, and the keys under the box for a PIN. Both pages work without them.

const prints = document.querySelector("[data-prints]");
if (prints) {
  prints.hidden = false;
  prints.addEventListener("click", () => print());
}

const keys = document.querySelector(".pin-keys");
const box = document.querySelector("#digits");
if (keys && box) {
  keys.hidden = false;
  keys.addEventListener("click", (event) => {
    const button = event.target.closest("[data-key]");
    if (!button) return;
    box.value = button.dataset.key === "" ? "" : (box.value + button.dataset.key).slice(0, 6);
  });
  box.value = ""; // nothing the browser has kept of the last person
}
