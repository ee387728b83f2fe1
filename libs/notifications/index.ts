export { NotificationJobs } from './notifications.jobs.js';
export { NotificationsModule } from './notifications.module.js';
