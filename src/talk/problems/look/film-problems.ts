import type { Problem, Span } from '../../model/problem.ts';

/** Reports the page of a film where a slide needs the film itself. */
export function filmPage(site: string, player: string, span: Span): Problem {
  return {
    code: 'film-page',
    severity: 'warning',
    message: `This is the address of a page of ${site}, which ${site} lets no other page show.`,
    hint: `The film alone has another address: <iframe src="${player}" title="..."></iframe>. It needs the network while you speak, and a file in assets/ does not.`,
    span,
  };
}
