const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

/** The words of a Teams message. Tags go, blocks end a line; what the tags would have done is nobody's business here. */
export function textOfHtml(html: string): string {
  return html
    .replace(/<br ?\/?>|<\/(?:div|p|li)>/giu, '\n')
    .replace(/<[^<>]*>/gu, '')
    .replace(/&(lt|gt|quot|#39|nbsp);/gu, (_, name: string) => entities[name] ?? '')
    .replaceAll('&amp;', '&') // last, or "&amp;lt;" would become a bracket
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
