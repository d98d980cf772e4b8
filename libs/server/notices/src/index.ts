export * from './follow-journal';
export * from './mail/catcher';
export * from './mail/mailer';
export * from './mail/send-mail';
export * from './notices.module';
export * from './watch-time';
