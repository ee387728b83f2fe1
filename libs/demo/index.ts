export { seedDemo, type Seeded } from './seed.js';
