export * from './access.js';
export * from './minutes.js';
export * from './next-step.js';
export * from './password.js';
export * from './release-calendar.js';
export * from './seats.js';
