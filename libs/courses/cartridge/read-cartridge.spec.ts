import { describe, expect, it } from '@jest/globals';
import { course, manifest, packed, read, webContent } from './made-cartridges.js';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const mp4 = Buffer.concat([Buffer.from([0, 0, 0, 0x18]), Buffer.from('ftypisom\0\0\x02\0isomiso2', 'latin1')]);
const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

const link = (url: string): string =>
  `<?xml version="1.0"?><webLink xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1"><title>Own</title><url href="${url}"/></webLink>`;
const linkResource = (file: string): string => `<resource type="imswl_xmlv1p1"><file href="${file}"/></resource>`;

describe('a cartridge of every version', () => {
  it.each(['1.0', '1.1', '1.2', '1.3'] as const)('%s', async (version) => {
    const minor = version.slice(2);
    const files = course(
      [
        `<resource type="imswl_xmlv1p${minor}"><file href="l.xml"/></resource>`,
        webContent('p.html'),
        `<resource type="imsdt_xmlv1p${minor}"><file href="d.xml"/></resource>`,
        `<resource type="imsbasiclti_xmlv1p0"><file href="t.xml"/></resource>`,
        `<resource type="imsqti_xmlv1p2/imscc_xmlv1p${minor}/assessment"><file href="q.xml"/></resource>`,
      ],
      {
        'l.xml': link('https://example.org/a'),
        'p.html': '<html><head><title>T</title></head><body><h2>Hi</h2><p>Text</p></body></html>',
        'd.xml':
          '<topic><title>D</title><text texttype="text/html">&lt;p&gt;What do &lt;b&gt;you&lt;/b&gt; think?&lt;/p&gt;</text></topic>',
        't.xml':
          '<cartridge_basiclti_link xmlns:blti="x"><blti:title>Tool</blti:title><blti:description>Try it</blti:description></cartridge_basiclti_link>',
        'q.xml':
          '<questestinterop><assessment title="Quiz"><rubric><material><mattext>Take your time.</mattext></material></rubric><section/></assessment></questestinterop>',
      },
      { version },
    );
    const { modules, report, ...rest } = await read(files);
    expect(rest).toMatchObject({ version, title: 'Feedback geben', language: 'de-DE', summary: null });
    expect(modules).toEqual([
      {
        title: 'Module',
        items: [
          { title: 'Item 1', minutes: null, source: 'i1', kind: 'link', url: 'https://example.org/a' },
          { title: 'Item 2', minutes: null, source: 'i2', kind: 'page', html: '<h2>Hi</h2><p>Text</p>' },
          { title: 'Item 3', minutes: null, source: 'i3', kind: 'discussion', origin: 'discussion', html: '<p>What do <b>you</b> think?</p>' }, // prettier-ignore
          { title: 'Item 4', minutes: null, source: 'i4', kind: 'assignment', origin: 'lti', html: '<p>Try it</p>' },
          { title: 'Item 5', minutes: null, source: 'i5', kind: 'assignment', origin: 'quiz', html: '<p>Take your time.</p>' }, // prettier-ignore
        ],
      },
    ]);
    expect(report).toEqual({
      format: `IMS Common Cartridge ${version}`,
      modules: 1,
      found: 5,
      imported: 2,
      placeholders: 3,
      leftOut: 0,
      lines: [
        { module: 'Module', title: 'Item 1', kind: 'link', outcome: 'imported', reason: null },
        { module: 'Module', title: 'Item 2', kind: 'page', outcome: 'imported', reason: null },
        { module: 'Module', title: 'Item 3', kind: 'discussion', outcome: 'placeholder', reason: 'discussion-not-yet' },
        { module: 'Module', title: 'Item 4', kind: 'lti', outcome: 'placeholder', reason: 'lti-cannot-run' },
        { module: 'Module', title: 'Item 5', kind: 'quiz', outcome: 'placeholder', reason: 'quiz-not-yet' },
      ],
    });
  });

  it('thin, with its XML in the manifest', async () => {
    const files = course(
      [
        '<resource type="imswl_xmlv1p3"><wl:webLink xmlns:wl="x"><wl:title>L</wl:title><wl:url href="https://youtu.be/dQw4w9WgXcQ"/></wl:webLink></resource>',
        '<resource type="imsbasiclti_xmlv1p0"><cartridge_basiclti_link><title>T</title></cartridge_basiclti_link></resource>',
      ],
      {},
      { version: '1.3', schema: 'IMS Thin Common Cartridge' },
    );
    const { modules } = await read(files);
    expect(modules[0]!.items).toMatchObject([
      { kind: 'video', url: 'https://youtu.be/dQw4w9WgXcQ' },
      { kind: 'assignment', origin: 'lti', html: '' },
    ]);
  });

  it('1.3, with an assignment as the variant of a page, and not what its teachers read', async () => {
    const assignment = `<assignment xmlns="x"><title>A</title><text texttype="text/html">&lt;p&gt;Write.&lt;/p&gt;</text>
      <instructor_text texttype="text/plain">The answer is 42</instructor_text>
      <attachments><attachment href="more%20here.pdf" role="All"/></attachments></assignment>`;
    const { modules, report, kept } = await read(
      course(
        [
          '<resource type="webcontent" href="a.html"><file href="a.html"/><variant identifier="v" identifierref="r2"/></resource>',
          '<resource type="assignment_xmlv1p0"><file href="a/a.xml"/></resource>',
        ],
        { 'a.html': '<p>Write</p>', 'a/a.xml': assignment, 'a/more here.pdf': pdf },
        { version: '1.3' },
      ),
    );
    const html = '<p>Write.</p>\n<ul><li><a href="kohorte-file:file-1">more here.pdf</a></li></ul>';
    expect(modules[0]!.items).toMatchObject([
      { kind: 'assignment', origin: 'assignment', html },
      { kind: 'assignment', origin: 'assignment', html },
    ]);
    expect(report.placeholders).toBe(2);
    expect(kept).toMatchObject([{ name: 'more here.pdf', mediaType: 'application/pdf', content: pdf }]);
  });
});

describe('what a cartridge says of itself', () => {
  it('comes without its markup', async () => {
    const general = `<lomimscc:title><lomimscc:string>A &amp; B
      &#8211; C</lomimscc:string></lomimscc:title><lomimscc:language>en-US</lomimscc:language>
      <lomimscc:description><lomimscc:string>&lt;p&gt;For &lt;em&gt;all&lt;/em&gt;&lt;/p&gt;</lomimscc:string></lomimscc:description>`;
    expect(await read(course([], {}, { general, items: '' }))).toMatchObject({
      title: 'A & B – C',
      summary: 'For all',
      language: 'en-US',
      modules: [],
    });
  });

  it('is text that a database takes', async () => {
    const general = `<lomimscc:title><lomimscc:string>A&#xD800;B\0 &#0;C${'🙂'.repeat(120)}</lomimscc:string></lomimscc:title>
      <lomimscc:description><lomimscc:string>D\0&#xDFFF;E</lomimscc:string></lomimscc:description>`;
    const { title, summary } = await read(course([], {}, { general, items: '' }));
    expect(title).toMatch(/^AB C(🙂)+…$/u);
    expect(title.length).toBeLessThanOrEqual(200);
    expect(summary).toBe('DE');
  });

  it('may be nothing but its file name', async () => {
    expect((await read(course([], {}, { general: '' }), { fileName: 'Onboarding.imscc' })).title).toBe('Onboarding');
  });

  it('may be in another encoding', async () => {
    const utf16 = Buffer.from(`\ufeff${manifest({ items: '<item identifier="m"><title>Überblick</title><item identifier="x"/></item>' }).replace('UTF-8', 'UTF-16')}`, 'utf16le'); // prettier-ignore
    expect((await read({ 'imsmanifest.xml': utf16 })).modules[0]!.title).toBe('Überblick');
    const latin = Buffer.from(manifest({ items: '<item identifier="m"><title>Überblick</title><item identifier="x"/></item>' }).replace('UTF-8', 'ISO-8859-1'), 'latin1'); // prettier-ignore
    expect((await read({ 'imsmanifest.xml': latin })).modules[0]!.title).toBe('Überblick');
  });
});

describe('the order of things', () => {
  const item = (id: string, inside = ''): string =>
    `<item identifier="${id}" identifierref="r"><title>${id}</title>${inside}</item>`;
  const folder = (title: string, inside: string): string =>
    `<item identifier="f"><title>${title}</title>${inside}</item>`;
  const resources = '<resource identifier="r" type="imswl_xmlv1p1"><file href="l.xml"/></resource>';
  const shapeOf = async (items: string): Promise<Record<string, string[]>> => {
    const { modules } = await read({
      'imsmanifest.xml': manifest({ items, resources }),
      'l.xml': link('https://example.org'),
    });
    return Object.fromEntries(modules.map((module) => [module.title, module.items.map(({ title }) => title)]));
  };

  it('is flat within a module; folders stand before titles', async () => {
    expect(
      await shapeOf(folder('One', item('a') + folder('Deep', item('b') + folder('Deeper', item('c'))) + item('d'))),
    ).toEqual({
      One: ['a', 'Deep: b', 'Deep: Deeper: c', 'd'],
    });
  });

  it('puts what stands beside the modules into one of the course’s title', async () => {
    expect(await shapeOf(item('a') + folder('One', item('b')) + item('c'))).toEqual({
      'Feedback geben': ['a', 'c'],
      One: ['b'],
    });
  });

  it('takes a folder that is an item too as both', async () => {
    expect(await shapeOf(item('a', item('b')))).toEqual({ a: ['a', 'b'] });
  });

  it('reads the time before the folder is put there', async () => {
    const { modules } = await read({
      'imsmanifest.xml': manifest({ items: folder('One', folder('Deep', item('Talk (12:31)'))), resources }),
      'l.xml': link('https://example.org'),
    });
    expect(modules[0]!.items[0]).toMatchObject({ title: 'Deep: Talk', minutes: 13 });
  });

  it('reports headings and empty modules, and leaves them out', async () => {
    const { modules, report } = await read({
      'imsmanifest.xml': manifest({
        items: folder('Empty', '') + folder('One', folder('Heading', '') + item('a')),
        resources,
      }),
      'l.xml': link('https://example.org'),
    });
    expect(modules).toMatchObject([{ title: 'One', items: [{ title: 'a' }] }]);
    expect(report).toMatchObject({ found: 3, imported: 1, leftOut: 2, modules: 1 });
    expect(report.lines.map(({ title, reason }) => [title, reason])).toEqual([
      ['Empty', 'empty'],
      ['Heading', 'heading'],
      ['a', null],
    ]);
  });

  it('takes the titles that resources give themselves where items have none', async () => {
    expect(
      await shapeOf('<item identifier="m"><title>One</title><item identifier="x" identifierref="r"/></item>'),
    ).toEqual({
      One: ['Own'],
    });
  });

  it('is that of the resources where there is no tree', async () => {
    const { modules } = await read({
      'imsmanifest.xml': manifest({
        resources: `${resources}<resource identifier="p" type="webcontent" href="wiki_content/p.html"><file href="wiki_content/p.html"/></resource>
          <resource identifier="i" type="webcontent" href="web_resources/i.png"><file href="web_resources/i.png"/></resource>`,
      }),
      'l.xml': link('https://example.org'),
      'wiki_content/p.html': '<p>Text</p>',
      'web_resources/i.png': png,
    });
    expect(modules).toMatchObject([{ title: 'Feedback geben', items: [{ kind: 'link' }, { kind: 'page' }] }]);
  });
});

describe('links', () => {
  it.each([
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', 'video', null],
    ['https://vimeo.com/76979871', 'video', null],
    ['https://www.ted.com/talks/some_talk', 'video', null],
    ['https://example.org/clip.mp4?x=1', 'video', null],
    ['https://example.org/clip.WEBM', 'video', null],
    ['https://www.youtube.com/c/channel', 'link', null],
    ['www.example.org', 'link', null],
    ['javascript:alert(1)', null, 'unsafe-address'],
    ['data:text/html,x', null, 'unsafe-address'],
    ['file:///etc/passwd', null, 'unsafe-address'],
    ['https://', null, 'unsafe-address'],
    ['', null, 'empty'],
  ])('%s', async (url, kind, reason) => {
    const { modules, report } = await read(course([linkResource('l.xml')], { 'l.xml': link(url) }));
    expect(modules[0]!.items[0]?.kind ?? null).toBe(kind);
    expect(report.lines).toMatchObject([{ reason, outcome: kind ? 'imported' : 'left-out' }]);
  });
});

describe('what cannot come in', () => {
  it('is told, one by one, and the rest comes in', async () => {
    const { report, kept } = await read(
      course(
        [
          linkResource('gone.xml'),
          linkResource('broken.xml'),
          webContent('tool.exe'),
          webContent('tool.pdf'),
          webContent('run.txt'),
          webContent('blank.html'),
          '<resource type="imsxyz_v1"><file href="tool.pdf"/></resource>',
          '<resource type="imsqti_xmlv1p2/imscc_xmlv1p1/question-bank"><file href="b.xml"/></resource>',
          webContent('notes.txt'),
          webContent('deep.html'),
        ],
        {
          'broken.xml': '<webLink><url href="https://example.org">',
          'tool.exe': Buffer.concat([Buffer.from('MZ\x90\0', 'latin1'), Buffer.alloc(100)]),
          'tool.pdf': Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(100)]),
          'run.txt': '#!/bin/sh\nrm -rf /',
          'blank.html': '<html><body><p> </p><script>x</script></body></html>',
          'notes.txt': 'Notes',
          'deep.html': '<div>'.repeat(100_000),
        },
      ),
    );
    expect(report.lines.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['link', 'file-missing'],
      ['link', 'unreadable'],
      ['file', 'file-type-not-allowed'],
      ['file', 'file-type-not-allowed'],
      ['file', 'file-type-not-allowed'],
      ['page', 'empty'],
      ['unknown', 'unknown-resource-type'],
      ['quiz', 'quiz-not-yet'],
      ['file', null],
      ['page', 'unreadable'],
    ]);
    expect(kept.map(({ name, mediaType }) => [name, mediaType])).toEqual([['notes.txt', 'text/plain']]);
  });

  it('is an item without its resource', async () => {
    const files = { 'imsmanifest.xml': manifest({ items: '<item identifier="m"><title>M</title><item identifier="a" identifierref="nowhere"><title>A</title></item></item>' }) }; // prettier-ignore
    expect((await read(files)).report.lines).toMatchObject([{ title: 'A', reason: 'resource-missing' }]);
  });
});

describe('files', () => {
  it('are kept once, by what they are and not by their names', async () => {
    const { modules, kept } = await read(
      course([webContent('a/%C3%9Cbung%201.pdf'), webContent('talk.bin'), webContent('a/Übung 1.pdf')], {
        'a/Übung 1.pdf': pdf,
        'talk.bin': mp4,
      }),
    );
    expect(modules[0]!.items).toMatchObject([
      { kind: 'file', fileId: 'file-1', mediaType: 'application/pdf', name: 'Übung 1.pdf' },
      { kind: 'video', fileId: 'file-2', mediaType: 'video/mp4', name: 'talk.bin' },
      { kind: 'file', fileId: 'file-1' },
    ]);
    expect(kept.map(({ name, bytes, content }) => [name, bytes, content.length])).toEqual([
      ['Übung 1.pdf', pdf.length, pdf.length],
      ['talk.bin', mp4.length, mp4.length],
    ]);
  });

  it('are named by the pages that show them', async () => {
    const page = `<img src="$IMS-CC-FILEBASE$/Uploaded%20Media/dot.png?canvas_download=1" alt="Dot">
      <a href="../web_resources/notes.pdf">Notes</a> <a href="../../../etc/passwd">Secret</a> <a href="other.html">Other</a>
      <img src="gone.png" alt="LaTeX: x^2"> <img src="//cdn.example.org/x.png" alt="x"> <a href="kohorte-file:theirs">Theirs</a>`;
    const { modules } = await read(
      course([webContent('wiki_content/p.html')], {
        'wiki_content/p.html': page,
        'web_resources/Uploaded Media/dot.png': png,
        'web_resources/notes.pdf': pdf,
      }),
    );
    const [item] = modules[0]!.items;
    expect('html' in item! && item.html.replace(/\s+/g, ' ')).toBe(
      '<img src="kohorte-file:file-1" alt="Dot"> <a href="kohorte-file:file-2">Notes</a> Secret Other ' +
        'LaTeX: x^2 <img src="https://cdn.example.org/x.png" alt="x"> Theirs',
    );
  });

  it('are told of as they come in', async () => {
    const told: number[] = [];
    await read(course([webContent('a.pdf')], { 'a.pdf': pdf }), {
      onProgress: (done, total) => told.push(done / total),
    });
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual([...new Set(told)].sort((a, b) => a - b));
  });

  it('are not read to the end by one who does not want them', async () => {
    const keep = async (): Promise<string> => {
      throw new Error('disk full');
    };
    await expect(read(course([webContent('a.pdf')], { 'a.pdf': pdf }), { keep })).rejects.toThrow('disk full');
  });
});

describe('a Canvas export', () => {
  it('comes in with its assignments, quizzes and headings', async () => {
    const { modules, report } = await read({
      'imsmanifest.xml': manifest({
        items: `<item identifier="m"><title>Week 1</title>
          <item identifier="h"><title>Readings</title></item>
          <item identifier="p" identifierref="page"><title>Welcome</title></item>
          <item identifier="a" identifierref="assignment"><title>Essay</title></item>
          <item identifier="t" identifierref="tool"><title>Lab</title></item>
          <item identifier="q" identifierref="quiz"><title>Check</title></item>
        </item>`,
        resources: `
          <resource identifier="page" type="webcontent" href="wiki_content/w.html"><file href="wiki_content/w.html"/></resource>
          <resource identifier="assignment" type="associatedcontent/imscc_xmlv1p1/learning-application-resource" href="ga/essay.html">
            <file href="ga/essay.html"/><file href="ga/assignment_settings.xml"/></resource>
          <resource identifier="tool" type="associatedcontent/imscc_xmlv1p1/learning-application-resource" href="gt/lab.html">
            <file href="gt/lab.html"/><file href="gt/assignment_settings.xml"/></resource>
          <resource identifier="quiz" type="imsqti_xmlv1p2/imscc_xmlv1p1/assessment"><file href="gq/assessment_qti.xml"/><dependency identifierref="meta"/></resource>
          <resource identifier="meta" type="associatedcontent/imscc_xmlv1p1/learning-application-resource" href="gq/assessment_meta.xml">
            <file href="gq/assessment_meta.xml"/></resource>`,
      }),
      'course_settings/canvas_export.txt': 'Q: ...',
      'wiki_content/w.html':
        '<html><body><p>Hi</p><iframe src="https://www.youtube.com/embed/x" title="Intro"></iframe></body></html>',
      'ga/essay.html': '<html><body><p>Write 500 words.</p></body></html>',
      'ga/assignment_settings.xml':
        '<assignment><title>Essay</title><submission_types>online_upload</submission_types></assignment>',
      'gt/lab.html': '<html><head><title>Assignment: Lab</title></head><body></body></html>',
      'gt/assignment_settings.xml':
        '<assignment><title>Lab</title><submission_types>external_tool</submission_types></assignment>',
      'gq/assessment_qti.xml': '<questestinterop><assessment title="Check"/></questestinterop>',
      'gq/assessment_meta.xml':
        '<quiz><title>Check</title><description>&lt;p&gt;Ten questions&lt;/p&gt;</description></quiz>',
    });
    expect(modules[0]!.items).toMatchObject([
      { kind: 'page', html: '<p>Hi</p><p><a href="https://www.youtube.com/embed/x">Intro</a></p>' },
      { kind: 'assignment', origin: 'assignment', html: '<p>Write 500 words.</p>' },
      { kind: 'assignment', origin: 'lti', html: '' },
      { kind: 'assignment', origin: 'quiz', html: '<p>Ten questions</p>' },
    ]);
    expect(report).toMatchObject({ found: 5, imported: 1, placeholders: 3, leftOut: 1 });
  });
});

describe('a cartridge zipped again as a folder', () => {
  it('is read all the same, litter aside', async () => {
    const files = course([webContent('p/p.html')], { 'p/p.html': '<img src="dot.png" alt="">', 'p/dot.png': png });
    const inFolder = Object.fromEntries(Object.entries(files).map(([path, content]) => [`My course/${path}`, content]));
    const { modules } = await read(
      await packed({ ...inFolder, '__MACOSX/My course/._imsmanifest.xml': 'x', 'My course/.DS_Store': 'x' }),
    );
    expect(modules[0]!.items).toMatchObject([{ html: '<img src="kohorte-file:file-1" alt="">' }]);
  });
});
