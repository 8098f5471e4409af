import 'reveal.js/reveal.css';
import 'reveal.js/theme/white.css';
import 'reveal.js/plugin/highlight/monokai.css';
import Reveal from 'reveal.js';
import Highlight from 'reveal.js/plugin/highlight';
import Markdown from 'reveal.js/plugin/markdown';
import Notes from 'reveal.js/plugin/notes';
import text from './slides.md?raw';

document.getElementById('deck').textContent = text;
await Reveal.initialize({ hash: true, plugins: [Markdown, Highlight, Notes] });
