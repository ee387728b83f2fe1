/** What trainers read. */
const trainer = {
  later: 'Dieser Bereich entsteht gerade.',
} as const;

export default trainer;
