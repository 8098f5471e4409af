/** What Mermaid knows of a diagram beside its drawing. */
export interface DiagramData {
  nodes?: readonly { id: string; domId?: string; label?: string }[];
  edges?: readonly { id: string; start?: string; end?: string }[];
}

const DIAGRAM_NODE = /^(?:flowchart|classId|state|entity)-(.*)-\d+$/;

/** Marks the nodes and edges of a drawing with the names that steps use: `A`, `A->B`, and the number of a message. */
export function nameParts(svg: SVGSVGElement, { nodes = [], edges = [] }: DiagramData): void {
  const prefix = `${svg.id}-`;
  const byDom = new Map(nodes.map(({ id, domId = id }) => [domId, id]));
  for (const node of svg.querySelectorAll(
    'g.node, g.cluster, .statediagram-cluster, [id*="service-"]',
  )) {
    const id = node.id.startsWith(prefix) ? node.id.slice(prefix.length) : node.id;
    const name = plain(byDom.get(id) ?? id).replace(/^(?:service|group)-/, '');
    if (name !== '') node.setAttribute('data-part', name);
  }
  const names = new Map(
    edges.flatMap(({ id, start, end }) =>
      start === undefined || end === undefined
        ? []
        : [[id, `${plain(start)}->${plain(end)}`] as const],
    ),
  );
  for (const edge of svg.querySelectorAll('[data-id]')) {
    const name = names.get(edge.getAttribute('data-id') ?? '');
    if (name !== undefined) edge.setAttribute('data-part', name);
  }
  nameMessages(svg);
  nameTasks(svg, prefix);
}

/** Returns the name that an author gave to a node. */
function plain(id: string): string {
  return DIAGRAM_NODE.exec(id)?.[1] ?? id;
}

/** The messages of a sequence diagram have numbers, and its participants the names of their lines. */
function nameMessages(svg: SVGSVGElement): void {
  svg.querySelectorAll('[data-et="message"]').forEach((message, index) => {
    const number = String(index + 1);
    message.setAttribute('data-part', number);
    let before = message.previousElementSibling;
    for (; before?.classList.contains('messageText'); before = before.previousElementSibling) {
      before.setAttribute('data-part', number);
    }
    let after = message.nextElementSibling;
    for (; after && isNumber(after); after = after.nextElementSibling) {
      after.setAttribute('data-part', number);
    }
  });
  for (const actor of svg.querySelectorAll('[data-et="participant"], [data-et="life-line"]')) {
    actor.setAttribute('data-part', actor.getAttribute('data-id') ?? '');
  }
}

/** A message's number is a text, on a mark that is the start of an empty line. */
function isNumber(element: Element): boolean {
  return (
    element.classList.contains('sequenceNumber') ||
    /sequencenumber/.test(element.getAttribute('marker-start') ?? '')
  );
}

/** The tasks of a Gantt chart have the ids that their author gave them. */
function nameTasks(svg: SVGSVGElement, prefix: string): void {
  for (const task of svg.querySelectorAll(
    'rect.task, [id$="-text"].taskText, [class*="taskTextOutside"]',
  )) {
    const id = task.id.startsWith(prefix) ? task.id.slice(prefix.length) : task.id;
    if (id !== '') task.setAttribute('data-part', id.replace(/-text$/, ''));
  }
}
