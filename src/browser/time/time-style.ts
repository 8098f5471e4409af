const ID = 'rostrum:time-style';

/** Styles of slides on earlier days and of the control, in their chunk, so that other talks load none. */
const STYLE = `
[data-gap] { position: relative; }
[data-gap] > * { visibility: hidden; }
[data-gap]::after {
  content: attr(data-gap);
  position: absolute;
  inset: 0;
  display: grid;
  place-items: center;
  color: var(--ink-faint);
  font: var(--weight-normal) var(--text-md) / 1.4 var(--font-text);
  letter-spacing: 0;
  text-align: center;
}
[data-still] { opacity: 0.35; }
.time-bar {
  position: fixed;
  z-index: 15;
  inset: 0 auto auto 0;
  transform-origin: 0 0;
  display: grid;
  grid-template-columns: 104px max-content 1fr max-content;
  align-items: center;
  width: 1280px;
  height: 70px;
  padding-inline-end: 72px;
  border-block-start: 1.5px solid var(--rule);
  background: var(--paper);
  color: var(--ink);
  font: 18px/1.3 var(--font-text);
}
.time-bar[hidden] { display: none; }
.time-bar p { margin: 0; }
.time-play {
  justify-self: center;
  width: 44px;
  height: 44px;
  padding: 0;
  border: 1.5px solid var(--rule-strong);
  border-radius: 50%;
  background: none;
  color: var(--accent-ink);
  cursor: pointer;
}
.time-play svg { display: block; width: 18px; height: 18px; margin: auto; fill: currentcolor; }
.time-day {
  min-width: 318px;
  font-size: 34px;
  font-weight: 600;
  font-variant-numeric: lining-nums tabular-nums;
  letter-spacing: -0.01em;
  line-height: 1;
  white-space: nowrap;
}
.time-track { position: relative; height: 100%; margin-inline: 20px; }
.time-line, .time-past {
  position: absolute;
  inset-block-start: 26px;
  inset-inline: 0;
  height: 2px;
  background: var(--rule-strong);
}
.time-past { inset-inline-end: auto; width: calc(var(--at) * 100%); background: var(--accent); }
.time-tick {
  position: absolute;
  inset-block-start: 21px;
  left: calc(var(--at) * 100% - 6px);
  width: 12px;
  height: 12px;
  padding: 0;
  border: 2px solid var(--paper);
  border-radius: 50%;
  background: var(--rule-strong);
  cursor: pointer;
}
.time-tick.is-past { background: var(--accent); }
.time-dense .time-tick { width: 8px; height: 8px; left: calc(var(--at) * 100% - 4px); inset-block-start: 23px; border-width: 1px; }
.time-now {
  position: absolute;
  inset-block-start: 17px;
  left: calc(var(--at) * 100% - 10px);
  width: 20px;
  height: 20px;
  border-radius: 50%;
  background: var(--accent);
  pointer-events: none;
}
.time-label {
  position: absolute;
  inset-block-start: 42px;
  left: calc(var(--at) * 100%);
  translate: -50%;
  color: var(--ink-muted);
  font-size: 16px;
  font-variant-numeric: tabular-nums;
  line-height: 1.2;
}
.time-note { color: var(--ink-muted); }
@media (prefers-reduced-motion: no-preference) {
  .time-now { transition: left 400ms cubic-bezier(0.2, 0.7, 0.2, 1); }
  .time-past { transition: width 400ms cubic-bezier(0.2, 0.7, 0.2, 1); }
}
`;

/** Adds the styles to a page, once. */
export function addTimeStyle(document: Document): void {
  if (document.getElementById(ID)) return;
  const style = document.createElement('style');
  style.id = ID;
  style.textContent = STYLE;
  document.head.append(style);
}
