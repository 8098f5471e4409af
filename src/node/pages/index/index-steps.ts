import type { IsoDate } from '../../../talk/model/dataset.ts';
import { html, type Html } from '../../../talk/html/html.ts';
import type { Talk } from '../../../talk/model/talk.ts';
import { renderFirstTalk } from './first-talk.ts';

/** Renders the first steps for a new user, with one of the project's talks as the example. */
export function renderFirstSteps({ name, file, slides }: Talk): Html {
  const [value] = slides.flatMap(({ values }) => values);
  const example = `{{ ${value?.expression ?? 'dataset.column'} }}`;
  return html`<section class="index-steps" aria-labelledby="index-steps">
<h2 class="index-section" id="index-steps">From here</h2>
<ol>
<li><h3>Edit a talk</h3>
<p>Open <code>${file}</code>: Markdown, with <code class="index-sign">---</code> between slides and figures like <code class="index-sign">${example}</code> from <code>data/</code>. Save, and the browser follows without losing its place. What is wrong stands on the slide and in the terminal, with a way out.</p></li>
<li><h3>Begin your own</h3>
<p>A new file, <code>slides/talks/my-talk.md</code>, is a new talk. It needs no more than <code class="index-sign"># A title</code>; a line <code>src: ../library/FILE.md</code> takes slides that talks share.</p></li>
<li><h3>Hand it in</h3>
<p><b>Export PDF</b> above, or <code>npx rostrum export ${name}</code>, writes the file that venues want; <code>npx rostrum build</code> writes all talks as one folder for any web server.</p></li>
</ol>
</section>`;
}

/** Renders the start page of a project without talks; the proposed talk is dated `day`. */
export function renderNoTalks(day: IsoDate): Html {
  return html`<section class="index-empty">
<h2>No talk yet</h2>
${renderFirstTalk()}
<p>Or write one: put this into a file <code>slides/talks/my-talk.md</code> and save. It shows here at once: a cover made of its head, and a slide; <code>---</code> begins the next.</p>
<pre><code>---
title: My talk
speaker: My name
event: Where I give it
date: ${day}
---

---
layout: cover
---

---

## What it is about

- The first point
- And another
</code></pre>
</section>`;
}

/** Renders the keys that a speaker needs. */
export function renderKeys(): Html {
  const keys = [
    ['Space', 'next step'],
    ['o', 'overview'],
    ['s', 'speaker’s window'],
    ['d', 'dark or light'],
    ['f', 'full screen'],
    ['?', 'all keys'],
  ] as const;
  return html`<footer class="index-foot">
<p>In a talk:</p>
<ul>${keys.map(([key, does]) => html`<li><kbd>${key}</kbd> ${does}</li>\n`)}</ul>
</footer>`;
}
