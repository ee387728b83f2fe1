/** What L&D admins read. */
const admin = {
  later: 'Dieser Bereich entsteht gerade.',
} as const;

export default admin;
