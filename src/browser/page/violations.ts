/** What the browser reports when a page's policy keeps something from loading or running. */
interface ViolationBody {
  blockedURL?: string | null;
  effectiveDirective?: string;
}

/** Returns a line for each thing that the page's policy has blocked so far. */
export type ListViolations = () => string[];

/** Collects what the page's policy blocks, also before this was called; browsers without such reports collect nothing. */
export function collectViolations(): ListViolations {
  const found = new Set<string>();
  if (typeof ReportingObserver === 'undefined') return () => [];
  const observer = new ReportingObserver(
    (reports) => {
      for (const { body } of reports) found.add(describe((body ?? {}) as ViolationBody));
    },
    { types: ['csp-violation'], buffered: true },
  );
  observer.observe();
  return () => [...found];
}

function describe({ blockedURL, effectiveDirective = '' }: ViolationBody): string {
  const what = blockedURL || 'something';
  return `${what} was blocked by the page's policy (${effectiveDirective})`;
}
