import type { write as writeDe } from '../../de/discussion/write.js';
import type { SameKeysAs } from '../../shape.js';

export const write: SameKeysAs<typeof writeDe> = {
  write: {
    field: { title: 'Title', text: 'Text' },
    view: 'View',
    showText: 'Write',
    preview: 'Preview',
    previewEmpty: 'This is where you see what your text will look like.',
    hint: '@ names somebody of the cohort. Pictures and files can be pasted or dropped in.',
    keys: 'Ctrl + Enter',
    tools: 'Formatting',
    bold: 'Bold',
    boldText: 'bold',
    list: 'List',
    quote: 'Quotation',
    link: 'Link',
    linkText: 'Text of the link',
    code: 'Code',
    codeText: 'code',
    attach: 'Attach a picture or file',
    people: 'People',
    peopleFound_one: '{{count}} person found. Enter takes them.',
    peopleFound_other: '{{count}} people found. Arrow keys choose, Enter takes.',
    progress: '{{name}} is being uploaded',
    stopFile: 'Stop',
    removeFile: 'Remove',
    anonymous: 'Write anonymously',
    anonymousText:
      'Other learners do not see your name, not in notifications or search either. The trainers of your cohort and the L&D team see it. We take names out of the properties of your files; what the files themselves say stays.',
    needsText: 'Write something, too.',
    wait_one: 'People take their time here: {{count}} more second.',
    wait_other: 'People take their time here: {{count}} more seconds.',
    cancel: 'Cancel',
    later: 'Go on later',
    loading: 'Loading your draft …',
  },
};
