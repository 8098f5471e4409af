/** A part of a program: a number, the name of an operator, or a procedure. */
type Part = number | string | Part[];

/** Computes values from values; null where a program has an operator that is not known. */
export type Calculate = (inputs: readonly number[]) => number[] | null;

type Operator = (stack: number[]) => void;

const TOKEN = /[{}]|[^\s{}]+/g;
const DEGREES = 180 / Math.PI;

const one =
  (compute: (a: number) => number): Operator =>
  (stack) =>
    void stack.push(compute(stack.pop() ?? 0));

const two =
  (compute: (a: number, b: number) => number): Operator =>
  (stack) => {
    const b = stack.pop() ?? 0;
    stack.push(compute(stack.pop() ?? 0, b));
  };

/** Operators of PDF's calculator functions (ISO 32000-2, 7.10.5); true is 1, and false 0. */
const OPERATORS: Record<string, Operator> = {
  abs: one(Math.abs),
  neg: one((a) => -a),
  ceiling: one(Math.ceil),
  floor: one(Math.floor),
  round: one(Math.round),
  truncate: one(Math.trunc),
  cvi: one(Math.trunc),
  cvr: one((a) => a),
  sqrt: one(Math.sqrt),
  sin: one((a) => Math.sin(a / DEGREES)),
  cos: one((a) => Math.cos(a / DEGREES)),
  add: two((a, b) => a + b),
  sub: two((a, b) => a - b),
  mul: two((a, b) => a * b),
  div: two((a, b) => a / b),
  atan: two((a, b) => (Math.atan2(a, b) * DEGREES + 360) % 360),
  eq: two((a, b) => Number(a === b)),
  ne: two((a, b) => Number(a !== b)),
  gt: two((a, b) => Number(a > b)),
  ge: two((a, b) => Number(a >= b)),
  lt: two((a, b) => Number(a < b)),
  le: two((a, b) => Number(a <= b)),
  and: two((a, b) => a & b),
  or: two((a, b) => a | b),
  pop: (stack) => void stack.pop(),
  dup: (stack) => void stack.push(stack.at(-1) ?? 0),
  exch: (stack) => void stack.push(...stack.splice(-2).reverse()),
  index: (stack) => void stack.push(stack.at(-1 - (stack.pop() ?? 0)) ?? 0),
  copy: (stack) => {
    const count = stack.pop() ?? 0;
    if (count > 0) stack.push(...stack.slice(-count));
  },
  roll: (stack) => {
    const by = stack.pop() ?? 0;
    const count = stack.pop() ?? 0;
    if (count < 1) return;
    const rolled = stack.splice(-count);
    const cut = (((-by % count) + count) % count) | 0;
    stack.push(...rolled.slice(cut), ...rolled.slice(0, cut));
  },
};

/** Reads the program of a calculator function. */
export function readCalculator(text: string): Calculate {
  const [program = []] = nest(text.match(TOKEN) ?? []);
  return (inputs) => {
    const stack = [...inputs];
    return Array.isArray(program) && run(program, stack) ? stack : null;
  };
}

function nest(tokens: readonly string[]): Part[] {
  const open: Part[][] = [[]];
  for (const token of tokens) {
    if (token === '{') open.push([]);
    else if (token === '}' && open.length > 1) {
      const whole = open.pop() ?? [];
      open.at(-1)?.push(whole);
    } else open.at(-1)?.push(Number.isNaN(Number(token)) ? token : Number(token));
  }
  return open[0] ?? [];
}

/** Runs a procedure; false where it cannot go on. */
function run(parts: readonly Part[], stack: number[]): boolean {
  for (const [at, part] of parts.entries()) {
    if (typeof part === 'number') stack.push(part);
    else if (part === 'if' || part === 'ifelse') {
      const count = part === 'if' ? 1 : 2;
      const chosen = parts[stack.pop() ? at - count : at - count + 1];
      if (Array.isArray(chosen) && !run(chosen, stack)) return false;
    } else if (typeof part === 'string') {
      const operate = OPERATORS[part];
      if (!operate) return false;
      operate(stack);
    }
  }
  return true;
}
