// A board over the whole screen: arrow keys lead along the boards, Escape back to the page. The links do the same.

const ways = { ArrowRight: "next", PageDown: "next", ArrowLeft: "prev", PageUp: "prev", Escape: "up" };

document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = document.querySelector(`a[rel="${ways[event.key]}"]`);
  if (link) {
    event.preventDefault();
    link.click();
  }
});
