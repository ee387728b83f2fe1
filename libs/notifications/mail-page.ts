import type { Language } from '@kohorte/contracts';

/** A part of a letter, one below the other. */
export type Block =
  | { text: string }
  | { button: Link }
  | { heading: string; items: { text: string; about: string | null; address: string }[] };

interface Link {
  label: string;
  address: string;
}

/** A letter as plain text and as HTML, which say the same. */
export interface Paged {
  text: string;
  html: string;
}

interface Given {
  language: Language;
  title: string;
  blocks: readonly Block[];
  foot: readonly { text: string; address: string | null }[];
}

export function paged(given: Given): Paged {
  return { text: asText(given), html: asHtml(given) };
}

function asText({ blocks, foot }: Given): string {
  const parts = blocks.map((block) => {
    if ('text' in block) return block.text;
    if ('button' in block) return `${block.button.label}: ${block.button.address}`;
    const items = block.items.map(({ text, about, address }) =>
      [`- ${text}`, about && `  ${about}`, `  ${address}`].filter(Boolean).join('\n'),
    );
    return `${block.heading}\n${'-'.repeat(block.heading.length)}\n${items.join('\n')}`;
  });
  // "-- " and what follows is a signature, which is not quoted in answers.
  const end = foot.map(({ text, address }) => (address ? `${text}\n${address}` : text));
  return `${parts.join('\n\n')}\n\n-- \n${end.join('\n')}\n`;
}

/**
 * Styles stand in the tags, since some mail programs drop the head; those that keep it get the colours of the dark,
 * the others keep what they make of black on white themselves.
 */
function asHtml({ language, title, blocks, foot }: Given): string {
  const font = "font-family:Inter,'Segoe UI',Helvetica,Arial,sans-serif";
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${plain(title)}</title>
<style>
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
body,.page{background:#16181b!important;color:#e8eaed!important}
.link{color:#5eead4!important}.faint,.faint a{color:#a9b0b7!important}
.button{background:#2dd4bf!important;color:#06201d!important}}
</style></head>
<body class="page" style="margin:0;padding:24px 16px;background:#ffffff;color:#1c1f23;${font};font-size:16px;line-height:26px">
<div style="max-width:560px;margin:0 auto">
${blocks.map(blockHtml).join('\n')}
<div class="faint" style="margin:32px 0 0;font-size:13px;line-height:20px;color:#5b6269">
${foot.map(({ text, address }) => `<p style="margin:0 0 8px">${address ? `<a href="${plain(address)}" style="color:inherit">${plain(text)}</a>` : plain(text)}</p>`).join('\n')}
</div>
</div></body></html>
`;
}

function blockHtml(block: Block): string {
  if ('text' in block) return `<p style="margin:0 0 16px">${plain(block.text).replace(/\n/g, '<br>\n')}</p>`;
  if ('button' in block)
    return `<p style="margin:24px 0"><a class="button" href="${plain(block.button.address)}" style="display:inline-block;padding:10px 18px;border-radius:8px;background:#0f766e;color:#ffffff;text-decoration:none">${plain(block.button.label)}</a></p>`;
  return `<h2 style="margin:28px 0 8px;font-size:18px;line-height:26px">${plain(block.heading)}</h2>
<ul style="margin:0 0 16px;padding:0 0 0 20px">
${block.items.map(({ text, about, address }) => `<li style="margin:0 0 10px"><a class="link" href="${plain(address)}" style="color:#0f766e">${plain(text)}</a>${about ? `<br>\n<span class="faint" style="font-size:14px;color:#5b6269">${plain(about)}</span>` : ''}</li>`).join('\n')}
</ul>`;
}

function plain(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
