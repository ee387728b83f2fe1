/** What people read about what they write while it is kept for them. */
const keeping = {
  saving: {
    saved: 'Saved',
    unsaved: 'Saving in a moment …',
    saving: 'Saving …',
    'held-back': 'No connection. It is safe on this device, and is saved as soon as you are online again.',
    refused: 'Not saved. It is safe on this device.',
    conflict: 'There are two versions. Choose the one to keep.',
  },
  conflict: {
    title: 'Two versions: {{field}}',
    text: 'This was changed elsewhere too, on another device or by your team. Decide what stays; until then both are kept.',
    mine: 'Written here',
    theirs: 'Saved elsewhere',
    empty: '(empty)',
    keepMine: 'Keep this one',
    keepTheirs: 'Take this one',
    keepBoth: 'Put one below the other',
  },
} as const;

export default keeping;
