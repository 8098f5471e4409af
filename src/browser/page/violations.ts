/** A browser report about blocked content under the page's policy. */
interface ViolationBody {
  blockedURL?: string | null;
  effectiveDirective?: string;
}

/** Returns a line for each blocked resource so far. */
export type ListViolations = () => string[];

/** Collects what the page's policy blocks, including earlier reports; empty in browsers without such reports. */
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
