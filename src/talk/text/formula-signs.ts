/** Signs of commands of TeX, as text. */
export const SIGNS: ReadonlyMap<string, string> = readPairs(
  `alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ
  pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ
  Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω hbar ℏ ell ℓ Re ℜ Im ℑ aleph ℵ wp ℘ imath ı jmath ȷ partial ∂ nabla ∇
  infty ∞ emptyset ∅ varnothing ∅ forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ top ⊤ bot ⊥ angle ∠ prime ′ square □ Box □ Diamond ◇
  pm ± mp ∓ times × div ÷ cdot · ast ∗ star ⋆ circ ∘ bullet • oplus ⊕ ominus ⊖ otimes ⊗ odot ⊙ cap ∩ cup ∪ sqcap ⊓ sqcup ⊔ uplus ⊎
  wedge ∧ land ∧ vee ∨ lor ∨ setminus ∖ dagger † ddagger ‡ triangle △ le ≤ leq ≤ leqslant ⩽ ge ≥ geq ≥ geqslant ⩾ ll ≪ gg ≫ ne ≠
  neq ≠ equiv ≡ sim ∼ simeq ≃ approx ≈ cong ≅ propto ∝ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ subsetneq ⊊ supset ⊃ supseteq ⊇
  sqsubseteq ⊑ sqsupseteq ⊒ prec ≺ preceq ⪯ succ ≻ succeq ⪰ vdash ⊢ dashv ⊣ vDash ⊨ models ⊨ Vdash ⊩ perp ⊥ parallel ∥ nmid ∤
  mid | vert | Vert ‖ lvert | rvert | lVert ‖ rVert ‖ langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ lbrace { rbrace }
  to → rightarrow → longrightarrow → leftarrow ← gets ← longleftarrow ← leftrightarrow ↔ Rightarrow ⇒ implies ⇒ Longrightarrow ⇒
  Leftarrow ⇐ impliedby ⇐ Leftrightarrow ⇔ iff ⇔ mapsto ↦ longmapsto ↦ hookrightarrow ↪ uparrow ↑ downarrow ↓ rightsquigarrow ⇝
  rightharpoonup ⇀ leftharpoondown ↽ rightleftharpoons ⇌ sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcup ⋃ bigcap ⋂
  bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂ ldots … cdots … dots … dotsc … dotsb … vdots ⋮ ddots ⋱ colon : therefore ∴ because ∵
  checkmark ✓ degree ° copyright © pounds £ lang ⟨ rang ⟩`,
);
/** Marks above a letter, as combining characters. */
export const ACCENTS: ReadonlyMap<string, string> = readPairs(
  'hat \u0302 widehat \u0302 bar \u0304 overline \u0305 tilde \u0303 widetilde \u0303 vec \u20d7 overrightarrow \u20d7 dot \u0307 ddot \u0308 acute \u0301 grave \u0300 breve \u0306 check \u030c mathring \u030a',
);
/** Names of functions, and of commands that only set the form of what follows. */
export const FUNCTIONS: ReadonlySet<string> = readNames(
  'arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log max min mod bmod Pr sec sin sinh sup tan tanh',
);
/** Commands whose one argument is written as it is. */
export const PLAIN: ReadonlySet<string> = readNames(
  'text textrm textsf texttt textbf textit textnormal mathrm mathbf mathit mathsf mathtt mathcal mathscr mathfrak mathnormal boldsymbol bm operatorname mbox hbox boxed cancel bcancel xcancel sout underline underbrace overbrace underleftarrow overleftarrow substack smash mathop mathbin mathrel mathord mathopen mathclose mathpunct mathinner ce pu',
);
/** Commands that leave nothing behind. */
export const SILENT: ReadonlySet<string> = readNames(
  'left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm Bigm displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits nonumber notag hline hdashline pause rm bf it sf tt cal tiny small normalsize large Large LARGE huge Huge',
);
/** Further commands of KaTeX, to suggest them. */
const OTHERS = readNames(
  'frac dfrac tfrac cfrac genfrac binom dbinom tbinom sqrt begin end tag label color textcolor colorbox mathbb phantom hphantom vphantom not stackrel overset underset xrightarrow xleftarrow bra ket braket Bra Ket quad qquad hspace kern rule pmod bmod mathllap mathrlap raisebox',
);

/** Lists the names of commands that formulas commonly use, each with its backslash. */
export function listCommands(): string[] {
  const all = [SIGNS.keys(), ACCENTS.keys(), FUNCTIONS, PLAIN, SILENT, OTHERS];
  return all.flatMap((names) => [...names]).map((name) => `\\${name}`);
}

function readPairs(text: string): Map<string, string> {
  const words = text.split(/\s+/);
  return new Map(words.flatMap((word, at) => (at % 2 === 0 ? [[word, words[at + 1] ?? '']] : [])));
}

function readNames(text: string): Set<string> {
  return new Set(text.split(' '));
}
