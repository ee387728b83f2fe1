export type { CartridgeCourse, CartridgeItem } from './cartridge-course.js';
export { CartridgeProblem } from './cartridge-problem.js';
export { readCartridge } from './read-cartridge.js';
