// Says what a browser makes of a page, in a frame of its own: runs once the page is laid out, and
// leaves its answer beside the frame.
addEventListener("load", () => {
  const answer = { width: document.documentElement.scrollWidth, scrollers: [], spilling: [], small: [], broken: [] };
  const named = (element) => {
    const table = element.closest("table, figure, section");
    return `${table ? table.className : ""} ${element.className}: ${element.textContent.trim().slice(0, 40)}`;
  };
  for (const element of document.querySelectorAll("*")) {
    const style = getComputedStyle(element);
    if (/auto|scroll/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1) {
      answer.scrollers.push(named(element));
    }
  }
  for (const cell of document.querySelectorAll("table:not(.bands) :is(td, th)")) {
    const style = getComputedStyle(cell);
    if (cell.children.length === 0 && !cell.textContent.trim()) continue;
    const box = cell.getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(cell);
    const said = range.getBoundingClientRect();
    const left = box.left + parseFloat(style.paddingLeft), right = box.right - parseFloat(style.paddingRight);
    if (said.width && (said.right > right + 1 || said.left < left - 1 || said.right > innerWidth + 1)) {
      answer.spilling.push(named(cell));
    }
  }
  for (const block of document.querySelectorAll("p, h1, h2, h3, li, dd, svg, figcaption")) {
    const box = block.getBoundingClientRect();
    if (box.width && box.right > innerWidth + 1 && !block.closest(".scroll, .watermark")) answer.spilling.push(named(block));
  }
  // What is taller than the cover would lie on the page after it.
  for (const block of document.querySelectorAll(".cover > *")) {
    const cover = block.parentElement.getBoundingClientRect();
    if (block.getBoundingClientRect().bottom > cover.bottom + 1) answer.spilling.push(named(block));
  }
  for (const number of document.querySelectorAll(".no")) {
    const range = document.createRange();
    range.selectNodeContents(number);
    const lines = new Set([...range.getClientRects()].map((line) => Math.round(line.top)));
    if (lines.size > 1) answer.broken.push(number.parentElement.textContent.trim());
  }
  // A drawing may be scaled: what counts is the size on the sheet.
  for (const text of document.querySelectorAll("svg text")) {
    const size = parseFloat(getComputedStyle(text).fontSize) * text.getCTM().a;
    if (size < 9.9) answer.small.push(`${size.toFixed(1)} ${text.textContent}`);
  }
  const said = parent.document.createElement("pre");
  said.className = "answer";
  said.textContent = JSON.stringify(answer);
  frameElement.after(said);
  frameElement.remove();
});
