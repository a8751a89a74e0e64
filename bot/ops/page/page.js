"use strict";
// A plain page that chats over REST. Text goes in as text nodes only.
const log = document.getElementById("log");
const form = document.getElementById("form");
const field = document.getElementById("message");
const status = document.getElementById("status");
const sender = sessionSender();
const LEVELS = { darurat: "⚠ Darurat", segera: "⚠ Segera ke dokter" };

function sessionSender() {
  const made = sessionStorage.getItem("sender") || crypto.getRandomValues(new Uint32Array(4)).join("-");
  sessionStorage.setItem("sender", made);
  return made;
}

function bubble(text, kind) {
  const item = document.createElement("li");
  if (kind) item.className = kind;
  if (LEVELS[kind]) {
    const level = document.createElement("span");
    level.className = "level";
    level.textContent = LEVELS[kind];
    item.append(level);
  }
  item.append(...withLinks(text));
  log.append(item);
  item.scrollIntoView({ block: "nearest" });
  return item;
}

// Only pages of this site become links; everything else stays text.
function withLinks(text) {
  const ours = new RegExp(`(${location.origin}/pengetahuan/[a-z0-9-]+)`);
  return text.split(ours).map((part) => {
    if (!ours.test(part)) return document.createTextNode(part);
    const link = document.createElement("a");
    link.href = part;
    link.textContent = part;
    return link;
  });
}

function choices(buttons) {
  const row = document.createElement("div");
  row.className = "buttons";
  for (const { title, payload } of buttons) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = title;
    button.addEventListener("click", () => send(payload));
    row.append(button);
  }
  log.lastElementChild.after(row);
}

async function send(text) {
  document.querySelectorAll(".buttons").forEach((row) => row.remove());
  bubble(text, "mine");
  status.textContent = "Redakram sedang menulis …";
  try {
    const reply = await fetch("/webhooks/rest/webhook", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ sender, message: text }),
    });
    if (!reply.ok) throw new Error(String(reply.status));
    show(await reply.json());
    status.textContent = "";
  } catch {
    status.textContent = "Pesan belum terkirim. Periksa sambungan, lalu kirim lagi. Darurat: telepon 119.";
    field.value = field.value || text;
  }
  field.focus();
}

function show(replies) {
  const custom = replies.find((reply) => reply.custom)?.custom ?? {};
  const level = LEVELS[custom.triage] ? custom.triage : "";
  replies.filter((reply) => reply.text).forEach((reply) => bubble(reply.text, level));
  const buttons = replies.flatMap((reply) => reply.buttons ?? []);
  if (buttons.length) choices(buttons);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = field.value.trim();
  if (!text) return;
  field.value = "";
  send(text);
});
field.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    form.requestSubmit();
  }
});
