// What is typed in a form marked data-draft is kept on the server while it is typed.
import { post } from "./announce.js";

for (const form of document.querySelectorAll("form[data-draft]")) {
  let timer, dirty = false;
  const keep = () => {
    clearTimeout(timer);
    if (!dirty) return;
    dirty = false;
    const fields = new FormData(form);
    for (const field of form.querySelectorAll("input[type=password]")) fields.delete(field.name);
    post("/drafts", fields).catch(() => { dirty = true; timer = setTimeout(keep, 3000); });
  };
  const later = () => { dirty = true; clearTimeout(timer); timer = setTimeout(keep, 700); };
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  form.addEventListener("submit", () => { dirty = false; clearTimeout(timer); });
  addEventListener("pagehide", keep);
}
