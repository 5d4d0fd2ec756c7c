// A page that gives the focus to nothing begins at its heading: the cells show where one is, and Tab goes on into the page.
const heading = document.querySelector("h1");
const free = document.activeElement === document.body || document.activeElement === null;
if (heading && free && !location.hash && !document.querySelector("[autofocus]")) heading.focus({ preventScroll: scrollY > 0 });
