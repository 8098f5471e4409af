import { html, type Html } from '../../talk/model/html.ts';
import type { Talk } from '../../talk/model/talk.ts';

/** Renders what somebody does who sees this page for the first time, said with a talk of theirs. */
export function renderFirstSteps({ name, file, slides }: Talk): Html {
  const [value] = slides.flatMap(({ values }) => values);
  const example = `{{ ${value?.expression ?? 'dataset.column'} }}`;
  return html`<section class="index-steps" aria-labelledby="index-steps">
<h2 class="index-section" id="index-steps">From here</h2>
<ol>
<li><h3>Edit a file</h3>
<p>Open <code>${file}</code>. It is Markdown; a line <code>---</code> begins a slide, <code>src:</code> takes slides from the library, and <code>${example}</code> prints a figure from <code>data/</code>.</p></li>
<li><h3>See it</h3>
<p>Save, and the talk in your browser follows without losing its place. What is wrong stands in the terminal, with file, line and a way out.</p></li>
<li><h3>Export it</h3>
<p><code>npx rostrum export ${name}</code> prints it to PDF, <code>npx rostrum build</code> writes all talks as one folder for any web server.</p></li>
</ol>
</section>`;
}

/** Renders how a project without talks begins. */
export function renderNoTalks(): Html {
  return html`<section class="index-empty">
<h2>No talk yet</h2>
<p>Write one: a file <code>slides/talks/my-talk.md</code> with a title, and slides cut at <code>---</code>. This page will show it when you save.</p>
<pre><code>---
title: My talk
date: 2026-01-31
---

# My talk

---

## First slide
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
