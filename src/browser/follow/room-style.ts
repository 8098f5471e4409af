/** Styles of the notice and the dialog, in their chunk, so that other talks load none. */
export const ROOM_STYLE = `
.room-bar {
  position: fixed;
  z-index: 15;
  inset-block-start: max(8px, env(safe-area-inset-top));
  inset-inline-end: 8px;
  display: flex;
  align-items: center;
  gap: 4px;
  max-width: calc(100vw - 16px);
  padding: 2px 2px 2px 12px;
  border: 1px solid var(--rule-strong);
  border-radius: 20px;
  background: var(--paper-raised);
  color: var(--ink);
  font-family: var(--font-text);
  font-size: 14px;
  line-height: 1.3;
}
.room-bar[hidden] { display: none; }
.room-bar p { margin: 0; padding-block: 6px; padding-inline-end: 10px; }
.room-bar button {
  min-height: 32px;
  padding: 4px 12px;
  border: 0;
  border-radius: 16px;
  background: var(--ink);
  color: var(--paper);
  font: inherit;
  cursor: pointer;
}
.room-brief { animation: room-brief 0.5s 3s forwards; }
@keyframes room-brief { to { opacity: 0; visibility: hidden; } }
@media print { .room-bar { display: none; } }
@media (pointer: coarse) { .room-bar button { min-height: 44px; border-radius: 22px; } .room-bar { border-radius: 26px; } }
.lead-dialog {
  width: min(92vw, 420px);
  padding: 20px;
  border: 2px solid var(--ink);
  border-radius: var(--radius);
  background: var(--paper-raised);
  color: var(--ink);
  font-family: var(--font-text);
  font-size: 18px;
  line-height: 1.4;
}
.lead-dialog::backdrop { background: rgb(0 0 0 / 40%); }
.lead-dialog h2 { margin: 0 0 8px; font-size: 20px; }
.lead-dialog p { margin: 0 0 12px; }
.lead-dialog input {
  box-sizing: border-box;
  width: 100%;
  padding: 8px 12px;
  border: 2px solid var(--rule-strong);
  border-radius: var(--radius-sm);
  margin-bottom: 12px;
  background: var(--paper);
  color: inherit;
  font: inherit;
}
.lead-dialog button {
  padding: 6px 16px;
  border: 0;
  border-radius: var(--radius-sm);
  background: var(--ink);
  color: var(--paper);
  font: inherit;
  cursor: pointer;
}
`;
